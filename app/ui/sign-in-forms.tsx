import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { Button } from './button'
import { TextField } from './fields'
import { Form, type FormAnswer } from './form'
import { EmailFields, StaffFields, type WayBack, WayBackFields } from './sign-in-fields'

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
      <EmailFields />
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
      <StaffFields />
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
      <WayBackFields way={way} />
      {children}
    </Form>
  )
}
