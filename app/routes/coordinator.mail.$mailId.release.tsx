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
import { releaseMail } from '~/domain/release-mail.server'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { formatMoment } from '~/words/en/format'
import { mailNames } from '~/words/en/mail'

export const meta: MetaFunction = () => [{ title: 'Let a held mail go out – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.mailId as MailId
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const mail = await stuckMailFor(ctx, id)
    return {
      id,
      name: mailNames[mail.kind] ?? mail.kind,
      address: mail.address,
      problem: mail.problem ?? 'No reason is known.',
      held: mail.held,
      ranOut: mail.ranOut,
      tried: mail.firstTryAt ? formatMoment(mail.firstTryAt, timeZone) : null,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await releaseMail(form.ctx, args.params.mailId as MailId)
    return redirect(paths.heldMail({ done: 'released' }))
  })
}

export default function ReleaseMail() {
  const { id, name, address, problem, held, ranOut, tried } = useLoaderData<typeof loader>()
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
      <h1>Let this mail go out?</h1>
      <p className="lead">
        {name}, to {address}
      </p>
      <Notice tone="warning" title="It may have arrived">
        <p>{problem}</p>
        <p>
          {tried ? `It was first tried on ${tried}. ` : ''}Please ask whoever it goes to, or look in
          the sending service, before you send it again. If it did arrive, they get it twice.
        </p>
      </Notice>
      {ranOut ? (
        <p>
          The code in it has run out, so it would open nothing. Whoever wanted it can ask for a new
          one. You can leave it unsent.
        </p>
      ) : null}
      <Form answer={answer} label="Let this mail go out">
        <div className="actions">
          {ranOut ? null : (
            <Button look="go" pending="Putting it back in line…">
              Let it go out
            </Button>
          )}
          <ButtonLink to={paths.letMailGo(id)}>Leave it unsent</ButtonLink>
          {back}
        </div>
      </Form>
    </>
  )
}
