import { z } from 'zod/mini'
import { isDay } from '../dates'
import { line, openAgain, shorter } from '../forms'

const wordsLimit = 500

const chosen = z.pipe(
  z.union([z.string(), z.array(z.string())], 'Choose at least one policy.'),
  z.transform((value) => [value].flat()),
)

/** What is put to the team, and whether those who signed before are asked again. */
export const PutForm = z.object({
  policies: chosen,
  again: z._default(
    z.enum(['yes', 'no'], 'Say whether those who signed before should sign again.'),
    'yes',
  ),
  words: z._default(
    z
      .string('Say in a sentence what changed, or leave it empty.')
      .check(z.trim(), z.maxLength(wordsLimit, shorter(wordsLimit))),
    '',
  ),
})

/** What somebody of the team signs with: their name, and their first day where they know it. */
export const SignForm = z.object({
  name: line('Type your name as your manager knows it.', 100),
  startedOn: z._default(
    z
      .string('Choose the day you started, or leave it empty.')
      .check(
        z.refine(
          (text) => text === '' || isDay(text),
          'Choose the day you started, or leave it empty.',
        ),
      ),
    '',
  ),
  read: z.literal('yes', 'Tick the box once you have read them.'),
  /** Which reading stood on the page. */
  seen: z.string(openAgain),
})

export const MatchForm = z.object({
  staffId: z
    .string('Choose who of your team this is.')
    .check(z.minLength(1, 'Choose who of your team this is.')),
})
