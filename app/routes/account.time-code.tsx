import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeTimeCode, hasPassword } from '~/domain/accounts/change-password.server'
import { TimeCodeForm } from '~/domain/accounts/forms'
import { newTimeSecret, timeSecretFor } from '~/domain/accounts/time-code.server'
import { qrSquare } from '~/domain/qr-square'
import { parseForm } from '~/http/form.server'
import { requirePerson, requireProof } from '~/http/guards.server'
import { absent, respond } from '~/http/respond.server'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { QrSquare } from '~/ui/qr-square'

export const meta: MetaFunction = () => [{ title: 'Your authenticator app – Lamplight' }]

async function requireApp(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  if (!(await hasPassword(ctx))) throw absent()
  await requireProof(args, ctx)
  return ctx
}

function setup(sealed: string, email: string) {
  const { secret, uri } = timeSecretFor(sealed, email)
  return { sealed, secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret, qr: qrSquare(uri) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireApp(args)
  return json(setup(newTimeSecret(), actor.person.email))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireApp(args)
  const form = await parseForm(args, ctx, TimeCodeForm)
  const answer = form.ok
    ? await respond(form, async () => {
        const token = await changeTimeCode(form.ctx, form.data)
        return redirect(paths.account(), { headers: { 'Set-Cookie': await sessionCookie(token) } })
      })
    : form.answer
  if (answer.status !== 422) return answer
  // The square that was scanned stays the same, so that its next code fits.
  const refused: FormAnswer = await answer.json()
  const sealed = String(refused.values?.secret ?? '')
  const again = sealed ? setup(sealed, ctx.actor.person.email) : undefined
  return json({ ...refused, again }, { status: 422 })
}

type Answer = FormAnswer & { again?: ReturnType<typeof setup> }

export default function ChangeTimeCode() {
  const fresh = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { sealed, secret, qr } = answer?.again ?? fresh
  return (
    <>
      <h1>Connect another authenticator app</h1>
      <p className="lead">
        Scan this square with the app. From then on the codes of the app before do not work, and
        everywhere else where you are signed in, you are signed out.
      </p>
      <QrSquare {...qr} label="QR code with the secret for your authenticator app" width={232} />
      <p>
        Or type this secret into the app: <code>{secret}</code>
      </p>
      <Form document answer={answer} label="Connect the app">
        <HiddenField name="secret" value={sealed} />
        <TextField
          name="code"
          label="The code that the app shows now"
          hint="6 digits."
          autoComplete="one-time-code"
          inputMode="numeric"
          width="code"
        />
        <div className="actions">
          <Button look="go" pending="Connecting…">
            Connect this app
          </Button>
          <ButtonLink to={paths.account()}>Keep the current app</ButtonLink>
        </div>
      </Form>
    </>
  )
}
