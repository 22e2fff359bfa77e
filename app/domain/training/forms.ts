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
