import { z } from 'zod/mini'

const wordSentence = 'Type the word that you were told, like amber-lantern-42.'

/** `spoken` is asked of program staff alone. */
export const AcceptForm = z.object({
  spoken: z._default(z.string(wordSentence).check(z.maxLength(100, wordSentence)), ''),
})
