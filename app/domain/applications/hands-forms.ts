import { z } from 'zod/mini'
import { openAgain, shorter } from '../forms'

const longest = 500

const words = z._default(
  z.string('Write this as text.').check(z.maxLength(longest, shorter(longest))),
  '',
)

const colleague = (ask: string) => z.string(ask).check(z.minLength(1, ask), z.maxLength(40, ask))

export const AssignForm = z.object({
  to: colleague('Choose in whose hands it should be.'),
  words,
  /** In whose hands the page showed it to be; empty for nobody. */
  seen: z._default(z.string(openAgain), ''),
})

/** What stands in the form for "nobody yet". */
export const nobody = 'nobody'

export const StepBackForm = z.object({
  reason: words,
  to: z._default(z.string('Choose who goes on with it.'), nobody),
})
