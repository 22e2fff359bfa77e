import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { Button } from './button'
import { HiddenField, TextField } from './fields'
import { Form, type FormAnswer } from './form'

/** Where sign-in leads back to: a path, or a form whose typed fields travel along sealed. */
export type WayBack = { returnTo: string | null; carry: string | null }

export type SignInAnswer = FormAnswer & {
  way?: WayBack
  /** The next step is shown at once, because what was typed cannot travel in an address. */
  next?: 'code'
}

type StepProps = { answer?: SignInAnswer | undefined; way: WayBack }

/** First step for owners and district viewers. Every step posts as a document and works without script. */
export function EmailStep({ answer, way }: StepProps) {
  return (
    <Step action={paths.signIn()} answer={answer} way={way} label="Sign in by email">
      <TextField
        name="email"
        type="email"
        label="Your email address"
        hint="We send you a code to type in. There is no password to remember."
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button look="go" pending="Sending…">
        Send me a code
      </Button>
    </Step>
  )
}

export function CodeStep({ answer, way }: StepProps) {
  return (
    <Step action={paths.signInCode()} answer={answer} way={way} label="Type your code">
      <TextField
        name="code"
        label="The code from the email"
        hint="8 letters and digits, like 7K3M-9XQD. Capitals and the dash do not matter."
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        width="code"
      />
      <Button look="go" pending="Signing in…">
        Sign in
      </Button>
    </Step>
  )
}

export function StaffStep({ answer, way }: StepProps) {
  return (
    <Step action={paths.staffSignIn()} answer={answer} way={way} label="Sign in as program staff">
      <TextField
        name="email"
        type="email"
        label="Your email address"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        name="password"
        type="password"
        label="Your password"
        autoComplete="current-password"
      />
      <Button look="go" pending="Checking…">
        Go on to the code
      </Button>
    </Step>
  )
}

export function StaffCodeStep({ answer, way }: StepProps) {
  return (
    <Step action={paths.staffSignInCode()} answer={answer} way={way} label="Type your app’s code">
      <TextField
        name="code"
        label="The code that your authenticator app shows"
        hint="6 digits. Each code works once."
        autoComplete="one-time-code"
        inputMode="numeric"
        width="code"
      />
      <Button look="go" pending="Signing in…">
        Sign in
      </Button>
    </Step>
  )
}

type FrameProps = StepProps & { action: string; label: string; children: ReactNode }

function Step({ action, answer, way, label, children }: FrameProps) {
  return (
    <Form document action={action} answer={answer} label={label}>
      {way.returnTo ? <HiddenField name="_returnTo" value={way.returnTo} /> : null}
      {way.carry ? <HiddenField name="_carry" value={way.carry} /> : null}
      {children}
    </Form>
  )
}
