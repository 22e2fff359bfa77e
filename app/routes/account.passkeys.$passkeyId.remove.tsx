import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { passkeyFor, removePasskey } from '~/domain/accounts/remove-passkey.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requirePerson, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Remove a passkey – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  const { label } = await load(() => passkeyFor(ctx, args.params.passkeyId ?? ''))
  await requireProof(args, ctx)
  return { label }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await removePasskey(form.ctx, args.params.passkeyId ?? '')
    return redirect(paths.account())
  })
}

export default function RemovePasskey() {
  const { label } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Remove “{label}”?</h1>
      <p>
        It opens nothing here any more, wherever it is kept. Your other ways in stay as they are.
      </p>
      <Form answer={answer} label="Remove the passkey">
        <div className="actions">
          <Button look="danger" pending="Removing…">
            Remove the passkey
          </Button>
          <ButtonLink to={paths.account()}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
