import { z } from 'zod/mini'
import { line } from '../forms'

const noAnswer = 'Your device gave no answer. Please try once more, or use another way.'
const text = () => z.string(noAnswer).check(z.maxLength(20_000, noAnswer))
const json = z.pipe(
  text(),
  z.transform((typed): unknown => {
    try {
      return JSON.parse(typed)
    } catch {
      return null
    }
  }),
)
const credential = { id: text(), rawId: text(), type: z.literal('public-key', noAnswer) }

/** What a device signs when somebody uses a passkey (WebAuthn Level 3, AuthenticationResponseJSON). */
export const PasskeyForm = z.object({
  answer: z.pipe(
    json,
    z.object(
      {
        ...credential,
        response: z.object(
          {
            clientDataJSON: text(),
            authenticatorData: text(),
            signature: text(),
            userHandle: z.optional(text()),
          },
          noAnswer,
        ),
      },
      noAnswer,
    ),
  ),
})

/** What a device answers when it makes a new passkey (RegistrationResponseJSON). */
export const NewPasskeyForm = z.object({
  label: line('Give it a name that you will recognize, like “My phone”.', 60),
  answer: z.pipe(
    json,
    z.object(
      {
        ...credential,
        response: z.object(
          {
            clientDataJSON: text(),
            attestationObject: text(),
            transports: z.optional(z.array(text(), noAnswer).check(z.maxLength(10, noAnswer))),
          },
          noAnswer,
        ),
      },
      noAnswer,
    ),
  ),
})

export type PasskeyAnswer = z.output<typeof PasskeyForm>['answer']
export type NewPasskeyAnswer = z.output<typeof NewPasskeyForm>['answer']
