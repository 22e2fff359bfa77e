import { z } from 'zod/mini'
import { openAgain } from '../forms'

/** Up to which moment somebody has seen what is new: when their page was made, in milliseconds. */
export const LookForm = z.object({
  until: z.pipe(z.string(openAgain).check(z.regex(/^\d{1,15}$/, openAgain)), z.transform(Number)),
})
