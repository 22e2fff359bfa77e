import { z } from 'zod/mini'

export const shareWordsLimit = 2_000

/** What the venue would like its liaison to know, if anything. */
export const ShareForm = z.object({
  words: z._default(
    z
      .string('Write a few words, or leave this empty.')
      .check(
        z.trim(),
        z.maxLength(shareWordsLimit, 'Please shorten your words to 2,000 characters.'),
      ),
    '',
  ),
  /** The box is there only where the venue set its ruler. */
  ruler: z._default(z.string('Tick the box, or leave it.'), ''),
})
