import { and, asc, between, eq, isNull, or } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import { boxAround } from '../distances'
import type { VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { isWithinReach, metersFrom } from './within-reach'
import type { Zone } from './zone'

export type NearbyVenue = {
  id: VenueId
  slug: string
  name: string
  address: string
  latitude: number | null
  longitude: number | null
  /** From the venue to the zone's curb; null where the venue's place is not known. */
  meters: number | null
}

/** The venues that a zone concerns, by name: a box finds those that may be, the distance decides. */
export async function venuesWithinReach(
  db: Reader,
  zone: Pick<Zone, 'districtId' | 'facts'>,
): Promise<NearbyVenue[]> {
  const rows = await db
    .select({
      id: venues.id,
      slug: venues.slug,
      name: venues.name,
      address: venues.address,
      districtId: venues.districtId,
      latitude: venues.latitude,
      longitude: venues.longitude,
    })
    .from(venues)
    .where(and(notMerged, mayConcern(zone)))
    .orderBy(asc(venues.name), asc(venues.id))
  return rows
    .filter((venue) => isWithinReach(venue, zone))
    .map(({ districtId: _, ...venue }) => ({
      ...venue,
      meters: metersFrom({ districtId: null, ...venue }, zone),
    }))
}

export const isPlaceless = or(isNull(venues.latitude), isNull(venues.longitude))

/** The condition on venues that keeps all that a zone concerns, and few others. */
export function mayConcern({ districtId, facts }: Pick<Zone, 'districtId' | 'facts'>) {
  const points = facts.segments.flatMap((segment) => segment.points)
  const { south, west, north, east } = boxAround(points, facts.reachMeters)
  return or(
    and(between(venues.latitude, south, north), between(venues.longitude, west, east)),
    and(eq(venues.districtId, districtId), isPlaceless),
  )
}
