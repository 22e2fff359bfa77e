import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { SignatureId } from '~/domain/ids'
import { signaturePage } from '~/domain/readings/reading-page.server'
import { setSignatureAside } from '~/domain/readings/set-signature-aside.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Set a signature aside – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => signaturePage(ctx, venueId, args.params.signatureId as SignatureId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await setSignatureAside(form.ctx, venueId, args.params.signatureId as SignatureId)
    return redirect(`${paths.reading(venueId)}#signed`)
  })
}

export default function SetSignatureAside() {
  const { name, words, isAside } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  const back = <ButtonLink to={paths.reading(venueId)}>Back to your team’s reading</ButtonLink>
  if (isAside && !answer) {
    return (
      <>
        <h1>This signature is set aside</h1>
        <p className="lead">“{name}” counts for nobody.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Set “{name}” aside?</h1>
      <p className="lead">
        {words} It then counts for nobody, and leaves this list. If it is somebody of your team
        after all, they simply sign again.
      </p>
      <Form answer={answer} label="Set the signature aside">
        <div className="actions">
          <Button look="go" pending="Setting it aside…">
            Set it aside
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
