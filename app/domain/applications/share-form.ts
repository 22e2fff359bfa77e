import { z } from 'zod/mini'

export const shareWordsLimit = 2_000

export const chooseOne = 'Choose at least one change that goes along.'

const openAgain = 'Open this page again.'

const words = z._default(
  z
    .string('Write a few words, or leave this empty.')
    .check(
      z.trim(),
      z.maxLength(shareWordsLimit, 'Please shorten your words to 2,000 characters.'),
    ),
  '',
)

/** Stands for what the page showed, so that nothing goes along unseen. */
const seen = z._default(z.string(openAgain).check(z.maxLength(20_000, openAgain)), '')

/** What the venue would like its liaison to know, if anything. */
export const ShareForm = z.object({
  words,
  seen,
  /** The box is there only where the venue set its ruler. */
  ruler: z._default(z.string('Tick the box, or leave it.'), ''),
})

/** The standards whose changes go along; one tick is posted as a text, several as a list. */
export const AmendForm = z.object({
  words,
  seen,
  standards: z.pipe(
    z._default(z.union([z.string(), z.array(z.string())], chooseOne), []),
    z.transform((codes: string | string[]) => [codes].flat()),
  ),
})
