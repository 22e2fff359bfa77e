import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { venues, zoneAcknowledgements, zoneTellings } from '~db/schema'
import { matchesWords } from '~db/search.server'
import type { Reading } from '../context'
import type { Day } from '../dates'
import type { VenueId, ZoneVersionId } from '../ids'
import { permit } from '../permissions/permission'
import { canKeepZones } from '../permissions/zone'
import { afterVenue } from '../venues/after-venue.server'

export type ToldFilter = {
  words: string
  /** Only those who have not said yet that their door staff know. */
  waiting: boolean
  /** The last venue of the page before. */
  after: VenueId | null
}

export type ToldVenue = {
  id: VenueId
  name: string
  address: string
  latitude: number | null
  longitude: number | null
  toldAt: Date
  /** When its people said that their door staff know; null while they have not. */
  acknowledgedOn: Day | null
}

const pageSize = 25

/** The venues that were told of a version, by name and a page at a time, with when they said that they know. */
export async function toldVenues(
  { db, actor }: Reading,
  versionId: ZoneVersionId,
  { words, waiting, after }: ToldFilter,
) {
  permit(canKeepZones(actor))
  const ofVersion = eq(zoneTellings.versionId, versionId)
  const said = and(
    eq(zoneAcknowledgements.versionId, zoneTellings.versionId),
    eq(zoneAcknowledgements.venueId, zoneTellings.venueId),
  )
  const asked = and(
    ofVersion,
    await matchesWords(db, words),
    waiting ? isNull(zoneAcknowledgements.on) : undefined,
  )
  const found: ToldVenue[] = await db
    .select({
      id: venues.id,
      name: venues.name,
      address: venues.address,
      latitude: venues.latitude,
      longitude: venues.longitude,
      toldAt: zoneTellings.toldAt,
      acknowledgedOn: zoneAcknowledgements.on,
    })
    .from(zoneTellings)
    .innerJoin(venues, eq(venues.id, zoneTellings.venueId))
    .leftJoin(zoneAcknowledgements, said)
    .where(and(asked, await afterVenue(db, after)))
    .orderBy(venues.name, venues.id)
    .limit(pageSize + 1)
  const [counted] = await db
    .select({
      told: count(),
      acknowledged: count(zoneAcknowledgements.on),
      fitting: sql<number>`count(case when ${asked ?? sql`1`} then 1 end)`,
    })
    .from(zoneTellings)
    .innerJoin(venues, eq(venues.id, zoneTellings.venueId))
    .leftJoin(zoneAcknowledgements, said)
    .where(ofVersion)
  const page = found.slice(0, pageSize)
  return {
    venues: page,
    ...(counted ?? { told: 0, acknowledged: 0, fitting: 0 }),
    next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}
