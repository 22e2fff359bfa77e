import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NameForm } from '~/domain/accounts/forms'
import { rename } from '~/domain/accounts/rename.server'
import { parseForm } from '~/http/form.server'
import { requirePerson } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Your name – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requirePerson(args)
  return { name: actor.person.name }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  const form = await parseForm(args, ctx, NameForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await rename(form.ctx, form.data.name)
    return redirect(paths.account())
  })
}

export default function Rename() {
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>The name you are known by</h1>
      <Form answer={answer} values={{ name }} label="Your name">
        <TextField
          name="name"
          label="Your name"
          hint="The people you work with here read it. What was sent before keeps the name of then."
          autoComplete="name"
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save the name
          </Button>
          <ButtonLink to={paths.account()}>Keep it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
