import { z } from 'zod/mini'
import { staffPositions } from '~db/vocabulary'
import { type Day, isDay } from '../dates'
import { openAgain } from '../forms'
import { oneLine } from '../table-words'
import { nameFromOneCell } from './roster-names'

const dateSentence = 'Choose a date, such as 2026-03-05.'

const personName = z.pipe(
  z.string('Type the person’s name.').check(
    z.check<string>(({ value, issues }) => {
      const read = nameFromOneCell(value)
      if (!('why' in read)) return
      const message = oneLine(value) === '' ? 'Type the person’s name.' : `${read.why} ${read.mend}`
      issues.push({ code: 'custom', message, input: value })
    }),
  ),
  z.transform((text) => {
    const read = nameFromOneCell(text)
    return 'why' in read ? text : read.name
  }),
)

const position = z.enum(staffPositions, 'Choose what the person does.')

/** A date that may be left empty: null then. */
const maybeDay = z._default(
  z.pipe(
    z
      .string(dateSentence)
      .check(z.refine((text) => text === '' || isSensibleDay(text), dateSentence)),
    z.transform((text) => (text === '' ? null : (text as Day))),
  ),
  null,
)

const tick = z._default(
  z.pipe(
    z.string('Tick the box, or leave it.'),
    z.transform((value) => value === 'yes'),
  ),
  false,
)

export const NewStaffForm = z.object({
  name: personName,
  position,
  startedOn: maybeDay,
  onLeave: tick,
  /** Ticked when somebody else of the same name is on the list already. */
  another: tick,
})
export type NewStaff = z.output<typeof NewStaffForm>

export const ChangeStaffForm = z
  .object({
    name: personName,
    position,
    startedOn: maybeDay,
    leftOn: maybeDay,
    onLeave: tick,
    /** When the row was last changed as the page showed it, in milliseconds. */
    seen: z.pipe(z.string(openAgain).check(z.regex(/^\d{1,15}$/, openAgain)), z.transform(Number)),
  })
  .check(
    z.refine(({ startedOn, leftOn }) => !startedOn || !leftOn || leftOn >= startedOn, {
      path: ['leftOn'],
      message: 'This lies before the first day. Check both dates.',
    }),
  )
export type ChangedStaff = z.output<typeof ChangeStaffForm>

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

function isSensibleDay(text: string): text is Day {
  return isDay(text) && text >= '1950-01-01' && text <= '2100-12-31'
}
