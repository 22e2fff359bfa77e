import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { MailId } from '~/domain/ids'
import { stuckMailFor } from '~/domain/outbox-held.server'
import { letMailGo } from '~/domain/release-mail.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { mailNames } from '~/words/en/mail'

export const meta: MetaFunction = () => [{ title: 'Leave a held mail unsent – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { kind, address, held } = await stuckMailFor(ctx, args.params.mailId as MailId)
    return { name: mailNames[kind] ?? kind, address, held }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await letMailGo(form.ctx, args.params.mailId as MailId)
    return redirect(paths.heldMail({ done: 'let-go' }))
  })
}

export default function LetMailGo() {
  const { name, address, held } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = <ButtonLink to={paths.heldMail()}>Back to the list</ButtonLink>
  if (!held && !answer) {
    return (
      <>
        <h1>This mail is not held any more</h1>
        <p className="lead">It went out, is on its way, or was left unsent.</p>
        {back}
      </>
    )
  }
  return (
    <>
      <h1>Leave this mail unsent?</h1>
      <p className="lead">
        {name}, to {address}
      </p>
      <p>
        It is off the list then, and never goes out. If they still wait for it, a call or a new
        letter may help.
      </p>
      <Form answer={answer} label="Leave this mail unsent">
        <div className="actions">
          <Button look="danger" pending="Taking it off the list…">
            Leave it unsent
          </Button>
          {back}
        </div>
      </Form>
    </>
  )
}
