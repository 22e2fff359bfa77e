import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { changePassword, hasPassword } from '~/domain/accounts/change-password.server'
import { PasswordForm } from '~/domain/accounts/forms'
import { parseForm } from '~/http/form.server'
import { requirePerson, requireProof } from '~/http/guards.server'
import { absent, respond } from '~/http/respond.server'
import { sessionCookie } from '~/http/session.server'
import { withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Your password – Lamplight' }]

/** Whoever signs in without a password has none to change. */
async function requirePassword(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args, null)
  if (!(await hasPassword(ctx))) throw absent()
  if (args.request.method !== 'POST') await requireProof(args, ctx)
  return ctx
}

export async function loader(args: LoaderFunctionArgs) {
  await requirePassword(args)
  return null
}

/** What is typed here is carried nowhere: a password stays out of every answer. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePassword(args)
  const nowhere = { returnTo: null, carry: null }
  const form = await parseForm(args, ctx, PasswordForm)
  if (!form.ok) return withWayBack(form.answer, nowhere)
  const answer = await respond(form, async () => {
    const token = await changePassword(form.ctx, form.data)
    return redirect(paths.account(), { headers: { 'Set-Cookie': await sessionCookie(token) } })
  })
  return answer.status >= 400 ? withWayBack(answer, nowhere) : answer
}

export default function ChangePassword() {
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Change your password</h1>
      <p className="lead">Everywhere else where you are signed in, you are then signed out.</p>
      <Form document answer={answer} label="Change your password">
        <TextField
          name="password"
          type="password"
          label="Your current password"
          autoComplete="current-password"
        />
        <TextField
          name="newPassword"
          type="password"
          label="Choose a new password"
          hint="At least 15 characters. Four or five words that only you would put together work well. Pasting from a password manager is fine."
          autoComplete="new-password"
        />
        <div className="actions">
          <Button look="go" pending="Changing…">
            Change the password
          </Button>
          <ButtonLink to={paths.account()}>Keep it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
