import { z } from 'zod/mini'
import { isDay } from '../dates'

export const pauseWordsLimit = 500

/** Why a venue pauses, for its own team, and the day on which it wants to be asked again. */
const pauseNote = {
  words: z._default(
    z
      .string('Write a few words, or leave this empty.')
      .check(
        z.trim(),
        z.maxLength(pauseWordsLimit, 'Please shorten your words to 500 characters.'),
      ),
    '',
  ),
  askAgainOn: z._default(
    z
      .string('Choose a date, or leave it empty.')
      .check(z.refine((text) => text === '' || isDay(text), 'Choose a date, or leave it empty.')),
    '',
  ),
}

export const PauseForm = z.object({
  counsel: z._default(z.string('Tick the box, or leave it.'), ''),
  ...pauseNote,
})

export const PauseNoteForm = z.object(pauseNote)

type Typed = z.infer<typeof PauseNoteForm>

/** What was typed, as it is kept. */
export function noteOf({ words, askAgainOn }: Typed) {
  return { words, askAgainOn: isDay(askAgainOn) ? askAgainOn : null }
}
