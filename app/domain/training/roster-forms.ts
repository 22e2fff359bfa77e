import { z } from 'zod/mini'

/** Cells pasted from a spreadsheet; what they hold is judged by the reader, as a file is. */
export const PasteRosterForm = z.object({
  cells: z._default(
    z
      .string('Paste the cells again.')
      .check(z.maxLength(900_000, 'This is more than a page can take. Please send it as a file.')),
    '',
  ),
})

const answers = {
  dateOrder: z.optional(z.enum(['month_first', 'day_first'], 'Choose what comes first in a date.')),
  trainingType: z.optional(z.string('Choose the training that this list is about.')),
  sheet: z.optional(z.string('Choose the sheet with your list.')),
  /** What each column is read as, in the order of the columns. */
  uses: z.optional(
    z.pipe(
      z.union([z.string(), z.array(z.string())], 'Choose what the columns hold.'),
      z.transform((uses) => [uses].flat()),
    ),
  ),
}

export const RosterAnswers = z.object(answers)

export const ImportRosterForm = z.object({
  ...answers,
  /** A digest of the preview that was read; what is written is what was shown. */
  seen: z
    .string('Open the preview again.')
    .check(z.regex(/^[0-9a-f]{64}$/, 'Open the preview again.')),
})
