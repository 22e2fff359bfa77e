import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { endOtherSessions } from '~/domain/accounts/own-sessions.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requirePerson } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'End all other sessions – Lamplight' }]

/** The button stands on the account's own page; this one asks again when its answer was a refusal. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await endOtherSessions(form.ctx)
    return redirect(paths.account())
  })
}

export default function EndOthers() {
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>End all other sessions?</h1>
      <p className="lead">Everywhere else where you are signed in, you are signed out at once.</p>
      <Form answer={answer} label="End all other sessions">
        <div className="actions">
          <Button pending="Ending…">End all others</Button>
          <ButtonLink to={paths.account()}>Back to your account</ButtonLink>
        </div>
      </Form>
    </>
  )
}
