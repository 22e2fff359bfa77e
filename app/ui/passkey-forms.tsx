import { paths } from '~/paths'
import { Form } from './form'
import { PasskeyButton, type PasskeyPlace } from './passkey-button'
import { type WayBack, WayBackFields } from './sign-in-fields'
import type { SignInAnswer } from './sign-in-forms'

type Props = { place: PasskeyPlace; answer?: SignInAnswer | undefined; way: WayBack }

export function PasskeyStep({ place, answer, way }: Props) {
  return (
    <Form document action={paths.passkeySignIn()} answer={answer} label="Sign in with a passkey">
      <WayBackFields way={way} />
      <PasskeyButton
        place={place}
        options={paths.passkeySignInOptions()}
        ceremony="use"
        look={answer ? 'go' : 'quiet'}
      >
        Use a passkey
      </PasskeyButton>
    </Form>
  )
}

export function PasskeyProof({ place, answer, way }: Props) {
  return (
    <Form document action={paths.proveByPasskey()} answer={answer} label="Show it with a passkey">
      <WayBackFields way={way} />
      <PasskeyButton place={place} options={paths.proveByPasskeyOptions()} ceremony="use" look="go">
        Use your passkey
      </PasskeyButton>
    </Form>
  )
}
