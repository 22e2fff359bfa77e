import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm } from '~/domain/accounts/forms'
import { type JoinIntent, openIntent } from '~/domain/venues/join-intent.server'
import { joinWithCode } from '~/domain/venues/join-with-code.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { readBrowser, readSession, sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { maskedEmail } from '~/words/en/places'

export const meta: MetaFunction = () => [{ title: 'Type the code from your email – Lamplight' }]

/** What the person came for travels sealed in the address; without it there is nothing to confirm. */
function intentOf(request: Request): JoinIntent {
  const intent = openIntent(new URL(request.url).searchParams.get('intent'))
  if (!intent) throw redirect(paths.join())
  return intent
}

export async function loader({ request }: LoaderFunctionArgs) {
  const intent = intentOf(request)
  const invited = intent.what.kind === 'invited'
  const email = invited ? maskedEmail(intent.email) : intent.email
  return { email, invited, back: backOf(intent) }
}

export async function action(args: ActionFunctionArgs) {
  const intent = intentOf(args.request)
  const visiting = visit(args)
  const form = await parseForm(args, visiting, CodeForm)
  if (!form.ok) return form.answer
  const browser = await readBrowser(args.request)
  const previous = await readSession(args.request, visiting.now)
  return respond(form, async () => {
    const { code } = form.data
    const { token, path } = await joinWithCode(
      form.ctx,
      browser,
      code,
      previous?.id ?? null,
      intent,
    )
    return redirect(path, { headers: { 'Set-Cookie': await sessionCookie(token) } })
  })
}

function backOf({ what }: JoinIntent): string {
  if (what.kind === 'claim') return paths.claim(what.code)
  if (what.kind === 'invited') return paths.invited(what.token)
  return what.kind === 'ask' ? paths.joinVenue(what.venueId) : paths.joinTyped()
}

export default function JoinCode() {
  const { email, invited, back } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Type the code from your email</h1>
      <p className="lead">
        A mail is on its way to {email}. Its code works for 10 minutes, in this browser.
      </p>
      <Form document answer={answer} label="Type the code from your email">
        <TextField
          name="code"
          label="The code from the email"
          hint="8 letters and digits, like 7K3M-9XQD. Capitals and the dash do not matter."
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          width="code"
        />
        <Button look="go" pending="Joining…">
          Confirm and go on
        </Button>
      </Form>
      <details className="more">
        <summary>No email after a few minutes?</summary>
        <ul>
          <li>Look in the folder for unwanted mail.</li>
          {invited ? (
            <li>
              <a href={back}>Go back to the invitation and send a new code</a>.
            </li>
          ) : (
            <li>
              Perhaps the address has a slip in it. <a href={back}>Go back and send a new code</a>.
            </li>
          )}
        </ul>
      </details>
    </>
  )
}
