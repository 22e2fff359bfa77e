import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { zoneAcknowledgements, zoneVersions } from '~db/schema'
import type { Day } from '../dates'
import type { VenueId, ZoneId } from '../ids'
import { publicZones } from './queries.server'
import { isWithinReach, metersFrom, type Place } from './within-reach'
import { isPast, isServing, type Zone } from './zone'

/** A zone near a venue, with the newest version of it that the venue's door staff know. */
export type VenueZone = Zone & {
  meters: number | null
  /** Null while the venue has acknowledged none of its versions. */
  known: { version: number; on: Day } | null
}

/** The zones that concern a venue on a day: what asks for something first, then the nearest. Two queries, one where none is near. */
export async function zonesOfVenue(
  db: Reader,
  venue: Place & { id: VenueId },
  today: Day,
): Promise<VenueZone[]> {
  const near = (await publicZones(db)).filter(
    (zone) => !isPast(zone, today) && isWithinReach(venue, zone),
  )
  if (near.length === 0) return []
  const known = await knownVersions(
    db,
    venue.id,
    near.map(({ id }) => id),
  )
  return near
    .map((zone) => ({
      ...zone,
      meters: metersFrom(venue, zone),
      known: known.get(zone.id) ?? null,
    }))
    .sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || (a.meters ?? 0) - (b.meters ?? 0))
}

/** Whether the venue is asked to tell its door staff: a proposal asks nothing of anybody yet. */
export function isAsked({ status, version, known }: VenueZone): boolean {
  return status !== 'proposed' && known?.version !== version
}

/** What a venue's door staff know of the zones that serve near it; null where none does. */
export type ZoneKnowledge = {
  known: boolean
  zones: {
    name: string
    publishedAt: Date
    version: number
    knownOn: Day | null
    /** The venue acknowledged an earlier version. */
    knownBefore: boolean
  }[]
}

/**
 * The acknowledgement as evidence, derived when it is read: every zone that serves within reach, in
 * its current version. It falls due again with each version.
 */
export function knowledgeOf(zones: readonly VenueZone[], today: Day): ZoneKnowledge | null {
  const serving = zones.filter((zone) => isServing(zone, today))
  if (serving.length === 0) return null
  return {
    known: serving.every((zone) => !isAsked(zone)),
    zones: serving.map((zone) => ({
      name: zone.name,
      publishedAt: zone.publishedAt,
      version: zone.version,
      knownOn: isAsked(zone) ? null : (zone.known?.on ?? null),
      knownBefore: zone.known !== null,
    })),
  }
}

async function knownVersions(db: Reader, venueId: VenueId, ids: ZoneId[]) {
  const rows = await db
    .select({
      zoneId: zoneVersions.zoneId,
      version: zoneVersions.number,
      on: zoneAcknowledgements.on,
    })
    .from(zoneAcknowledgements)
    .innerJoin(zoneVersions, eq(zoneVersions.id, zoneAcknowledgements.versionId))
    .where(and(eq(zoneAcknowledgements.venueId, venueId), inArray(zoneVersions.zoneId, ids)))
    .orderBy(asc(zoneVersions.number))
  return new Map(rows.map(({ zoneId, ...known }) => [zoneId, known]))
}
