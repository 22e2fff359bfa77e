import { z } from 'zod/mini'

const reasonLimit = 1_000

/** Giving a certificate back: nobody has to say why. */
export const GiveBackForm = z.object({
  reason: z._default(
    z
      .string('Write a sentence or two, or leave it empty.')
      .check(
        z.trim(),
        z.maxLength(reasonLimit, 'Please shorten this to 1,000 characters, or leave it empty.'),
      ),
    '',
  ),
})
