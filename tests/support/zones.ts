import { eq } from 'drizzle-orm'
import { boxAround } from '~/domain/distances'
import { type DistrictId, newId, type PersonId, type ZoneId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import { venues, zones, zoneVersions } from '~db/schema'
import type { ZoneFacts } from '~db/schema/zones'
import { aPerson, testNow } from './factories'

/** Harbor Street runs east from this corner; a block is about 100 meters. */
export const corner = { latitude: 38.9, longitude: -77.03 }

export const harborFacts: ZoneFacts = {
  segments: [
    {
      id: '0f0c8c1e-5a55-4d0e-9d4e-3f6a3b6f0a01',
      street: 'Harbor Street',
      between: 'from 9th to 10th, north side',
      points: [corner, { latitude: 38.9, longitude: -77.0288 }],
    },
  ],
  hours: [{ nights: ['thu', 'fri', 'sat', 'sun'], opens: '21:00', closes: '03:00' }],
  dwellMinutes: 5,
  towing: 'From 9 PM on the nights of the zone.',
  signWording: 'Catch your ride here, Thu to Sun, 9 PM to 3 AM',
  doorScript: 'Rides stop on Harbor Street, one block to your left.',
  amenities: ['lighting', 'a bench'],
  companies: ['Ride One'],
  reachMeters: 400,
}

type Said = Partial<
  Omit<typeof zoneVersions.$inferInsert, 'facts'> & {
    facts: Partial<ZoneFacts>
    districtId: DistrictId
    slug: string
  }
>

/** A zone with its first version, as it stands in the database; the verbs have tests of their own. */
export async function aZone(db: Database, said: Said = {}) {
  const zoneId = newId('zon')
  const by = await aPerson(db)
  const { districtId, slug = 'harbor-street-east' } = said
  if (!districtId) throw new Error('A zone lies in a district.')
  await db.transaction(async (tx) => {
    await tx.insert(zones).values({ id: zoneId, slug, districtId, version: 1, createdAt: testNow })
    await tx.insert(zoneVersions).values(versionRow(zoneId, 1, by, said))
  })
  return zoneId
}

/** One version more. */
export async function aZoneChange(db: Database, zoneId: ZoneId, said: Said): Promise<void> {
  const by = await aPerson(db)
  await db.transaction(async (tx) => {
    const rows = await tx.select().from(zoneVersions).where(eq(zoneVersions.zoneId, zoneId))
    const last = rows.sort((a, b) => a.number - b.number).at(-1)
    if (!last) throw new Error('There is no such zone.')
    const number = last.number + 1
    const facts = { ...last.facts, ...said.facts }
    const next = versionRow(zoneId, number, by, { ...last, ...said, facts })
    await tx.insert(zoneVersions).values(next)
    await tx.update(zones).set({ version: number }).where(eq(zones.id, zoneId))
  })
}

/** Puts a venue on the map, so many meters north of the corner. */
export async function placeVenue(db: Database, venueId: string, metersNorth: number) {
  const latitude = corner.latitude + metersNorth / 111_195
  await db.transaction((tx) =>
    tx
      .update(venues)
      .set({ latitude, longitude: corner.longitude })
      .where(eq(venues.id, venueId as `ven_${string}`)),
  )
}

function versionRow(zoneId: ZoneId, number: number, publishedBy: PersonId, said: Said) {
  const facts = { ...harborFacts, ...said.facts }
  return {
    zoneId,
    number,
    publishedBy,
    name: said.name ?? 'Harbor Street East',
    status: said.status ?? ('permanent' as const),
    effectiveFrom: said.effectiveFrom ?? ('2026-06-01' as const),
    effectiveUntil: said.effectiveUntil ?? null,
    change: said.change ?? '',
    publishedAt: said.publishedAt ?? testNow,
    facts,
    ...boxAround(facts.segments.flatMap(({ points }) => points)),
    id: newId('zve'),
  }
}
