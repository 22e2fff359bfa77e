import { z } from 'zod/mini'
import { shorter } from '../forms'

const noteLimit = 2_000

export const NoteForm = z.object({
  words: z
    .string('Write your note.')
    .check(
      z.trim(),
      z.minLength(1, 'Write your note.'),
      z.maxLength(noteLimit, shorter(noteLimit)),
    ),
})
