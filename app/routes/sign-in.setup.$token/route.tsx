import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SpokenForm, StaffSetupForm } from '~/domain/accounts/forms'
import { spend } from '~/domain/accounts/limits.server'
import { setUpStaff } from '~/domain/accounts/set-up-staff.server'
import { asksForWord, setupPage } from '~/domain/accounts/staff-setup.server'
import { typeSetupWord } from '~/domain/accounts/type-setup-word.server'
import { NotFound } from '~/domain/errors'
import { qrSquare } from '~/domain/qr-square'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { browserCookieFor, newBrowser, readBrowser, sessionCookie } from '~/http/session.server'
import { withWayBack } from '~/http/way-back.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { QrSquare } from '~/ui/qr-square'
import type { SignInAnswer } from '~/ui/sign-in-forms'
import { TypeWord } from './type-word'

export const meta: MetaFunction = () => [{ title: 'Set up your sign-in – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  const token = args.params.token ?? ''
  if (await asksForWord(db, token, now)) return json({ setup: null, asks: true })
  const setup = await setupPage(db, token, now)
  if (!setup) return json({ setup: null, asks: false }, { status: 404 })
  const { name, email, secret, uri } = setup
  const groups = secret.match(/.{1,4}/g)?.join(' ') ?? secret
  return json({ setup: { name, email, secret: groups, qr: qrSquare(uri) }, asks: false })
}

export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? ''
  const nowhere = { returnTo: null, carry: null }
  const { db, now } = visit(args)
  if (await asksForWord(db, token, now)) return typeWord(args, token)
  const form = await parseForm(args, visit(args), StaffSetupForm)
  if (!form.ok) return withWayBack(form.answer, nowhere)
  const answer = await respond(form, async () => {
    try {
      await spend(form.ctx, 'set-up', { link: token })
      const browser = (await readBrowser(args.request)) ?? newBrowser()
      const signedIn = await setUpStaff(form.ctx, token, form.data, browser)
      const headers = new Headers({ 'Set-Cookie': await sessionCookie(signedIn.token) })
      headers.append('Set-Cookie', await browserCookieFor(browser))
      return redirect(paths.myHome(), { headers })
    } catch (error) {
      // The page says what to do about a link that was used or has run out.
      if (error instanceof NotFound) return redirect(paths.staffSetup(token))
      throw error
    }
  })
  return answer.status >= 400 ? withWayBack(answer, nowhere) : answer
}

/** The word comes first; after it the sign-in is set up under another link. */
async function typeWord(args: ActionFunctionArgs, token: string) {
  const form = await parseForm(args, visit(args), SpokenForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    try {
      return redirect(paths.staffSetup(await typeSetupWord(form.ctx, token, form.data.word)))
    } catch (error) {
      if (error instanceof NotFound) return redirect(paths.staffSetup(token))
      throw error
    }
  })
}

export default function StaffSetup() {
  const { setup, asks } = useLoaderData<typeof loader>()
  const answer = useActionData<SignInAnswer>()
  if (asks) return <TypeWord answer={answer} />
  if (!setup) {
    return (
      <>
        <h1>This link does not work any more</h1>
        <p className="lead">
          A set-up link works once and for a while. If you have used it,{' '}
          <a href={paths.staffSignIn()}>sign in as program staff</a>. If not, ask your coordinator
          for a new one.
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Welcome, {setup.name}. Set up your sign-in</h1>
      <p className="lead">
        You read what venues share in confidence, so your sign-in takes two things: a password, and
        a code from an app on your phone. You will sign in as {setup.email}.
      </p>
      <Form document answer={answer} label="Set up your sign-in">
        <TextField
          name="password"
          type="password"
          label="Choose a password"
          hint="At least 15 characters. Four or five words that only you would put together work well. Pasting from a password manager is fine."
          autoComplete="new-password"
        />
        <section className="flow" aria-labelledby="app-heading">
          <h2 id="app-heading">Connect your authenticator app</h2>
          <p>
            Scan this square with the app. Any app for time-based codes works, such as the one your
            department gives you.
          </p>
          <QrSquare
            {...setup.qr}
            label="QR code with the secret for your authenticator app"
            width={232}
          />
          <p>
            Or type this secret into the app: <code>{setup.secret}</code>
          </p>
        </section>
        <TextField
          name="code"
          label="The code that the app shows now"
          hint="6 digits."
          autoComplete="one-time-code"
          inputMode="numeric"
          width="code"
        />
        <Button look="go" pending="Setting up…">
          Finish and sign in
        </Button>
      </Form>
    </>
  )
}
