import { z } from 'zod/mini'
import type { Day } from '../dates'
import { isSensibleDay, maybeDay } from './day-fields'

/** What a record of a training says, field by field. */
export const recordFacts = {
  type: z.string('Choose the training.').check(z.minLength(1, 'Choose the training.')),
  completedOn: z.pipe(
    z
      .string('Choose the day on which it was completed.')
      .check(z.refine(isSensibleDay, 'Choose the day on which it was completed.')),
    z.transform((text) => text as Day),
  ),
  printedExpiry: maybeDay,
  certificateNumber: z._default(
    z.string('Copy the number from the card, or leave it empty.').check(
      z.trim(),
      z.maxLength(60, 'A certificate number has at most 60 characters.'),
      z.regex(
        /^(?![=+@-])[^<>\p{Cc}]*$/u,
        'This is not a certificate number. Copy it from the card, or leave it empty.',
      ),
      z.refine(
        (text) => !/^\d{3}-\d{2}-\d{4}$/.test(text),
        'This looks like a social security number, which the program does not keep.',
      ),
    ),
    '',
  ),
}

type Dates = { completedOn: Day; printedExpiry: Day | null }

/** A training does not end before it was completed. */
export function recordInOrder<Facts extends Dates>() {
  return z.refine<Facts>(
    ({ completedOn, printedExpiry }) => !printedExpiry || printedExpiry >= completedOn,
    {
      path: ['printedExpiry'],
      message: 'The training would end before it was completed. Check both dates.',
    },
  )
}

export const NewRecordForm = z.object(recordFacts).check(recordInOrder())
export type NewRecord = z.output<typeof NewRecordForm>
