import { Button } from './button'
import { HiddenField, TextField } from './fields'

/** Where sign-in leads back to: a path, or a form whose typed fields travel along sealed. */
export type WayBack = { returnTo: string | null; carry: string | null }

export function WayBackFields({ way }: { way: WayBack }) {
  return (
    <>
      {way.returnTo ? <HiddenField name="_returnTo" value={way.returnTo} /> : null}
      {way.carry ? <HiddenField name="_carry" value={way.carry} /> : null}
    </>
  )
}

export function EmailFields() {
  return (
    <>
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
    </>
  )
}

export function StaffFields() {
  return (
    <>
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
    </>
  )
}
