import { and, isNotNull, max, min, type SQL } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import type { Box } from '../distances'
import { notMerged } from '../live-venues.server'

/** The corners around the venues whose place is known, of those that the condition names; null where there is none. */
export async function venueCorners(db: Reader, which?: SQL): Promise<Box | null> {
  const [corners] = await db
    .select({
      south: min(venues.latitude),
      west: min(venues.longitude),
      north: max(venues.latitude),
      east: max(venues.longitude),
    })
    .from(venues)
    .where(and(which, notMerged, isNotNull(venues.latitude), isNotNull(venues.longitude)))
  const { south, west, north, east } = corners ?? {}
  if (south == null || west == null || north == null || east == null) return null
  return { south, west, north, east }
}
