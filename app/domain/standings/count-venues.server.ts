import type { Reader } from '~db/open.server'
import type { Day } from '../dates'
import type { VenueId } from '../ids'
import type { Program } from '../standards/program.server'
import { countVenue, type VenueCount } from './count-venue'
import { factsOf } from './facts.server'

/** So many venues are asked for at once: below the most values that a statement takes. */
const chunk = 500

/**
 * What the program counts of each of these venues today, counted anew, in ten queries for each five
 * hundred of them. Unknown venues are left out.
 */
export async function countVenues(
  db: Reader,
  venueIds: readonly VenueId[],
  program: Program,
  today: Day,
): Promise<Map<VenueId, VenueCount>> {
  const counted = new Map<VenueId, VenueCount>()
  for (let start = 0; start < venueIds.length; start += chunk) {
    const facts = await factsOf(db, venueIds.slice(start, start + chunk), program, today)
    for (const [venueId, each] of facts) {
      counted.set(venueId, countVenue(each, program.settings, today))
    }
  }
  return counted
}
