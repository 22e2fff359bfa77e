import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { districts } from '~db/schema'
import { dayOf } from '../dates'
import { Invalid } from '../errors'
import type { DistrictId } from '../ids'
import { programOf, standardSetOf } from '../standards/program.server'
import type { NewClass } from './class-forms'
import { classMoment } from './class-time'

/** The row of a class as it was typed: times become moments, and what is named must be there. */
export async function classRow(tx: Tx, typed: NewClass, now: Date) {
  const { timeZone, standardSetId } = await programOf(tx)
  const { title, place, host, seats, signUp, words } = typed
  const startsAt = classMoment(typed.day, typed.starts, timeZone)
  const endsAt = classMoment(typed.day, typed.ends, timeZone)
  if (endsAt <= startsAt) {
    throw new Invalid({
      ends: 'Clocks change that night, and the class would end before it begins. Choose other hours.',
    })
  }
  if (endsAt <= now) {
    const today = dayOf(now, timeZone)
    throw new Invalid(
      typed.day < today
        ? { day: 'This day is over. Choose a day to come.' }
        : { ends: 'This time is over today. Choose a later one, or another day.' },
    )
  }
  const { trainingTypes } = await standardSetOf(tx, standardSetId)
  if (typed.trainingType && !trainingTypes.some(({ code }) => code === typed.trainingType)) {
    throw new Invalid({ trainingType: 'Choose a training from the list, or none.' })
  }
  const districtId = await knownDistrict(tx, typed.district)
  const trainingType = typed.trainingType || null
  return { title, trainingType, districtId, startsAt, endsAt, place, host, seats, signUp, words }
}

async function knownDistrict(tx: Tx, typed: string): Promise<DistrictId | null> {
  if (typed === '') return null
  const [row] = await tx
    .select({ id: districts.id })
    .from(districts)
    .where(eq(districts.id, typed as DistrictId))
  if (row) return row.id
  throw new Invalid({ district: 'Choose a district from the list, or every district.' })
}
