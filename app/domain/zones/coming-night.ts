import { addDays, type Day, dayOf } from '../dates'
import { momentOf } from '../wall-clock'
import { nightsFrom, type ServiceNight } from './nights'
import { effectiveOf } from './tonight'
import { opens, type Zone } from './zone'

/** Reminders go out from this minute of the evening's own date on. */
const afternoon = 15 * 60

/** A night that is still to open today, with all its stretches. */
export type ComingNight = { night: Day; stretches: ServiceNight[] }

/**
 * The night that people are to be reminded of at a moment: from 3 PM of its evening until it opens.
 * A night that opens before 3 PM has no afternoon before it, and so no reminder.
 */
export function comingNight(
  zone: Pick<Zone, 'status' | 'effectiveFrom' | 'effectiveUntil' | 'facts'>,
  now: Date,
  timeZone: string,
): ComingNight | null {
  if (!opens(zone)) return null
  // After midnight the evening before may still have hours to come.
  const evenings = [addDays(dayOf(now, timeZone), -1), dayOf(now, timeZone)]
  for (const night of evenings) {
    if (now < momentOf(night, afternoon, timeZone, 'first')) continue
    const stretches = nightsFrom(zone.facts.hours, night, 1, timeZone, effectiveOf(zone))
    const [first] = stretches
    if (first && now < first.opensAt) return { night, stretches }
  }
  return null
}
