import { paths } from '~/paths'
import { Button, ButtonLink } from './button'
import { TextField } from './fields'
import { Form } from './form'
import type { PasskeyPlace } from './passkey-button'
import { PasskeyProof } from './passkey-forms'
import { proveTitle } from './problem-page'
import { type WayBack, WayBackFields } from './sign-in-fields'
import type { SignInAnswer } from './sign-in-forms'

type Ways = {
  passkey: boolean
  password: boolean
  email: string | null
  codeWaits: boolean
  demo: boolean
}
type ProveProps = {
  page: { way: WayBack; ways: Ways; ready: string | null; place: PasskeyPlace }
  answer: SignInAnswer | undefined
}

/** Every page on the way to proof is this one: a refused try comes back to its own form. */
export function Prove({ page, answer }: ProveProps) {
  const { ways, ready } = page
  const way = answer?.way ?? page.way
  if (ready) {
    return (
      <>
        <h1>Thank you. Your file is ready</h1>
        <div className="actions">
          <ButtonLink to={ready} look="go" document>
            Download the file
          </ButtonLink>
          <ButtonLink to={paths.myHome()}>Back to my page</ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <h1>{proveTitle}</h1>
      <p className="lead">
        What comes next cannot simply be undone, or takes data out of Lamplight. So we ask once more
        who you are. It then counts for ten minutes.
      </p>
      {ways.demo ? <DemoProof way={way} answer={answer} /> : null}
      {ways.passkey ? <PasskeyProof place={page.place} way={way} answer={answer} /> : null}
      {ways.password ? <PasswordProof way={way} answer={answer} /> : null}
      {ways.email ? (
        <EmailProof way={way} answer={answer} email={ways.email} waits={ways.codeWaits} />
      ) : null}
    </>
  )
}

type WayProps = { way: WayBack; answer: SignInAnswer | undefined }

function DemoProof({ way, answer }: WayProps) {
  return (
    <Form document action={paths.proveInDemo()} answer={answer} label="Show it in the demo">
      <WayBackFields way={way} />
      <Button look="go" pending="Going on…">
        It is me, in this demo
      </Button>
    </Form>
  )
}

function PasswordProof({ way, answer }: WayProps) {
  return (
    <Form document action={paths.proveByPassword()} answer={answer} label="Password and code">
      <WayBackFields way={way} />
      <TextField
        name="password"
        type="password"
        label="Your password"
        autoComplete="current-password"
      />
      <TextField
        name="code"
        label="The code that your authenticator app shows"
        hint="6 digits. Each code works once."
        autoComplete="one-time-code"
        inputMode="numeric"
        width="code"
      />
      <Button look="go" pending="Checking…">
        Go on
      </Button>
    </Form>
  )
}

type EmailProps = WayProps & { email: string; waits: boolean }

function EmailProof({ way, answer, email, waits }: EmailProps) {
  const send = (
    <Form document action={paths.proveByEmail()} label="Get a code by email">
      <WayBackFields way={way} />
      <Button look={waits ? 'quiet' : 'go'} pending="Sending…">
        {waits ? 'Send a new code' : 'Send me a code'}
      </Button>
    </Form>
  )
  if (!waits) {
    return (
      <>
        <p>We send a code to {email}, and you type it in here.</p>
        {send}
      </>
    )
  }
  return (
    <>
      <p>A code is on its way to {email}. It works for 10 minutes, on this page.</p>
      <Form document action={paths.proveByCode()} answer={answer} label="Type your code">
        <WayBackFields way={way} />
        <TextField
          name="code"
          label="The code from the email"
          hint="8 letters and digits, like 7K3M-9XQD. Capitals and the dash do not matter."
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          width="code"
        />
        <Button look="go" pending="Checking…">
          Go on
        </Button>
      </Form>
      <details className="more">
        <summary>No email after a few minutes?</summary>
        {send}
      </details>
    </>
  )
}
