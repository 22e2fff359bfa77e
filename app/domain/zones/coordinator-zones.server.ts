import { and, count, eq } from 'drizzle-orm'
import { zoneAcknowledgements, zones, zoneTellings, zoneVersions } from '~db/schema'
import type { Reading } from '../context'
import type { ZoneId, ZoneVersionId } from '../ids'
import { plainWords } from '../table-words'
import { zonesFor } from './queries.server'
import type { Zone } from './zone'

export type KeptZone = Zone & { told: number; acknowledged: number }

export type ZonesFilter = {
  words: string
  /** The last zone of the page before. */
  after: ZoneId | null
}

const pageSize = 50

/** The zones for the coordinator who keeps them, a page at a time, each with who was told of what stands. */
export async function keptZones(reading: Reading, { words, after }: ZonesFilter) {
  const all = await zonesFor(reading)
  const asked = plainWords(words).split(' ').filter(Boolean)
  const fitting = all.filter((zone) => {
    const streets = zone.facts.segments.map(({ street }) => street)
    const said = plainWords([zone.name, zone.district, ...streets].join(' '))
    return asked.every((word) => said.includes(word))
  })
  const from = fitting.findIndex(({ id }) => id === after) + 1
  const page = fitting.slice(from, from + pageSize)
  const next = fitting.length > from + pageSize ? (page.at(-1)?.id ?? null) : null
  return { zones: await counted(reading, page), fitting: fitting.length, all: all.length, next }
}

async function counted({ db }: Reading, page: readonly Zone[]): Promise<KeptZone[]> {
  const newest = and(eq(zones.id, zoneVersions.zoneId), eq(zones.version, zoneVersions.number))
  const told = await db
    .select({ versionId: zoneTellings.versionId, venues: count() })
    .from(zoneTellings)
    .innerJoin(zoneVersions, eq(zoneVersions.id, zoneTellings.versionId))
    .innerJoin(zones, newest)
    .groupBy(zoneTellings.versionId)
  const acknowledged = await db
    .select({ versionId: zoneAcknowledgements.versionId, venues: count() })
    .from(zoneAcknowledgements)
    .innerJoin(zoneVersions, eq(zoneVersions.id, zoneAcknowledgements.versionId))
    .innerJoin(zones, newest)
    .groupBy(zoneAcknowledgements.versionId)
  const of = (rows: typeof told, id: ZoneVersionId) =>
    rows.find(({ versionId }) => versionId === id)?.venues ?? 0
  return page.map((zone) => ({
    ...zone,
    told: of(told, zone.versionId),
    acknowledged: of(acknowledged, zone.versionId),
  }))
}
