import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { memberships, people, venues, zoneNightReminders, zoneWishes } from '~db/schema'
import type { Day } from '../dates'
import type { PersonId } from '../ids'
import { notMerged } from '../live-venues.server'
import { mayConcern } from './venues-within-reach.server'
import type { Zone } from './zone'

type Asked = { night: Day; zones: readonly Zone[]; personId?: PersonId }

/**
 * The wishes to be reminded of a night: of people who still belong to their venue and were not
 * reminded of it yet, for venues that one of the zones may concern. The distance decides afterwards.
 */
export function wishesFor(db: Reader, { night, zones, personId }: Asked) {
  return db
    .selectDistinct({
      personId: people.id,
      email: people.email,
      locale: people.locale,
      venueId: venues.id,
      venue: venues.name,
      districtId: venues.districtId,
      latitude: venues.latitude,
      longitude: venues.longitude,
    })
    .from(zoneWishes)
    .innerJoin(people, and(eq(people.id, zoneWishes.personId), isNull(people.removedAt)))
    .innerJoin(venues, and(eq(venues.id, zoneWishes.venueId), notMerged))
    .innerJoin(
      memberships,
      and(
        eq(memberships.personId, zoneWishes.personId),
        eq(memberships.venueId, zoneWishes.venueId),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
      ),
    )
    .leftJoin(
      zoneNightReminders,
      and(
        eq(zoneNightReminders.personId, zoneWishes.personId),
        eq(zoneNightReminders.night, night),
      ),
    )
    .where(
      and(
        isNull(zoneNightReminders.night),
        personId && eq(zoneWishes.personId, personId),
        or(...zones.map(mayConcern)),
      ),
    )
    .orderBy(asc(venues.name), asc(venues.id))
}
