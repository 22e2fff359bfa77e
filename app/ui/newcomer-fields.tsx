import { TextField } from './fields'

/** Who it is, for somebody who is not signed in. */
export function NewcomerFields() {
  return (
    <>
      <TextField name="name" label="Your name" autoComplete="name" autoCapitalize="words" />
      <TextField
        name="email"
        type="email"
        label="Your email address"
        hint="We send a code there, so that nobody else can join in your name. You sign in with this address later; there is no password."
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  )
}
