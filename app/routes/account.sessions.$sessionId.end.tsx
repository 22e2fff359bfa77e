import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endOwnSession, ownSessions } from '~/domain/accounts/own-sessions.server'
import { ButtonForm } from '~/domain/forms'
import type { SessionId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requirePerson } from '~/http/guards.server'
import { absent, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'End a session – Lamplight' }]

/** The button stands on the account's own page; this one asks again when its answer was a refusal. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  const found = (await ownSessions(ctx)).find(({ id }) => id === args.params.sessionId)
  if (!found) throw absent()
  return { device: found.device }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await endOwnSession(form.ctx, args.params.sessionId as SessionId)
    return redirect(paths.account())
  })
}

export default function EndSession() {
  const { device } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>End the session on {device}?</h1>
      <p className="lead">Whoever uses it is signed out at once.</p>
      <Form answer={answer} label="End a session">
        <div className="actions">
          <Button pending="Ending…">End the session</Button>
          <ButtonLink to={paths.account()}>Back to your account</ButtonLink>
        </div>
      </Form>
    </>
  )
}
