import { z } from 'zod/mini'
import { staffPositions } from '~db/vocabulary'
import { openAgain } from '../forms'
import { oneLine } from '../table-words'
import { maybeDay } from './day-fields'
import { nameFromOneCell } from './roster-names'

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
