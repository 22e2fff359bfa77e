import { z } from 'zod/mini'
import { partnerFields } from '~db/vocabulary'
import { isDay } from '../dates'
import { openAgain } from '../forms'
import type { DistrictId, PersonId } from '../ids'

const chooseDistricts = 'Choose from the districts of the program.'

/** One ticked box is posted as a text, several as a list, none not at all. */
export const tickedDistricts = z.pipe(
  z._default(
    z.union([z.string(chooseDistricts), z.array(z.string(chooseDistricts))], chooseDistricts),
    [],
  ),
  z.transform((ids): DistrictId[] =>
    [...new Set([ids].flat())].flatMap((id) => (id === '' ? [] : (id as DistrictId))),
  ),
)

export const ProgramPlaceForm = z.object({
  districts: tickedDistricts,
  field: z._default(
    z.nullable(z.enum(partnerFields, 'Choose the field that they comment on.')),
    null,
  ),
})

const sayHow = 'Say whether they come back.'

export const LeaveForm = z
  .object({
    how: z.enum(['leave', 'good'], sayHow),
    until: z._default(z.string(openAgain).check(z.maxLength(20, openAgain)), ''),
    /** Who takes over, by the id of the district; "nobody" where nobody can yet. */
    to: z._default(z.record(z.string(), z.string(openAgain), openAgain), {}),
  })
  .check(({ value, issues }) => {
    if (value.how === 'leave' && !isDay(value.until)) {
      const message = 'Choose the day until which they are away.'
      issues.push({ code: 'custom', path: ['until'], message, input: value })
    }
  })

/** The form as the deed takes it. */
export function leaveOf({ how, until, to }: z.output<typeof LeaveForm>) {
  const successors = new Map<string, PersonId | null>()
  for (const [district, id] of Object.entries(to)) {
    if (id) successors.set(district, id === 'nobody' ? null : (id as PersonId))
  }
  return { successors, until: how === 'leave' && isDay(until) ? until : null }
}
