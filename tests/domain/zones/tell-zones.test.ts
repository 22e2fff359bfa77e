import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recordEvent } from '~/domain/events.server'
import type { VenueId } from '~/domain/ids'
import { changeZone } from '~/domain/zones/change-zone.server'
import { enterZone } from '~/domain/zones/enter-zone.server'
import type { TypedZone } from '~/domain/zones/forms'
import { zoneById } from '~/domain/zones/queries.server'
import { tellVenuesOfZones, tellZones } from '~/domain/zones/tell-zones.server'
import { zonesOfVenue } from '~/domain/zones/venue-zones.server'
import { venuesWithinReach } from '~/domain/zones/venues-within-reach.server'
import { events, memberships, venues, zoneTellings } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aDistrict, anOwner, aVenue, testNow } from '~tests/support/factories'
import { queuedMail } from '~tests/support/visits'
import { aTypedZone, aZoneDesk, harbor } from '~tests/support/zone-desk'

async function aTown() {
  const db = aDatabase()
  const desk = await aZoneDesk(db)
  const { districtId } = desk
  const near = await aVenue(db, { name: 'Lantern Room', districtId, ...harbor.near })
  const far = await aVenue(db, { name: 'Far Bar', districtId, ...harbor.far })
  return { db, ...desk, near, far }
}

type Town = Awaited<ReturnType<typeof aTown>>

async function told({ db }: Town) {
  const rows = await db
    .select({ name: venues.name })
    .from(zoneTellings)
    .innerJoin(venues, eq(venues.id, zoneTellings.venueId))
  return rows.map(({ name }) => name).sort()
}

async function news({ db }: Town) {
  const mails = (await queuedMail(db)).filter(({ kind }) => kind === 'zone-told')
  return mails.map(({ facts }) => [facts.venue, facts.status, facts.change])
}

function changed(town: Town, typed: Partial<TypedZone>, change = 'It changed.') {
  return { ...aTypedZone(town.districtId, typed), change }
}

describe('a zone that is entered', () => {
  it('is told once to each owner and manager of the venues within reach, and to nobody else', async () => {
    const town = await aTown()
    const { db, ctx, near, far, districtId } = town
    await anOwner(db, near)
    await anOwner(db, near, { role: 'manager' })
    await anOwner(db, near, { role: 'helper' })
    await anOwner(db, near, { confirmed: false })
    await anOwner(db, far)
    const id = await enterZone(ctx, aTypedZone(districtId))

    expect(await told(town)).toEqual(['Lantern Room'])
    const mails = await queuedMail(db)
    expect(mails).toHaveLength(2)
    expect(mails[0]?.facts).toEqual({
      venue: 'Lantern Room',
      zone: 'Harbor Street East',
      status: 'pilot',
      change: '',
      where: ['Harbor Street NW, from 9th to 10th, north side'],
      hours: ['Thu to Sun nights, 9 PM to 3 AM'],
      from: '2026-11-01',
      path: `/venue/${near}/zones/${id}/acknowledge`,
      publicPath: '/zones/harbor-street-east',
    })
    const tellings = await db.select().from(events).where(eq(events.kind, 'zone.told'))
    expect(tellings.map(({ venueId, subjectId }) => [venueId, subjectId])).toEqual([[near, id]])
  })

  it('reaches a venue whose place is not known in its own district alone, and no merged venue', async () => {
    const town = await aTown()
    const { db, ctx, near, districtId } = town
    const other = await aDistrict(db)
    for (const venue of [
      { name: 'No place', districtId },
      { name: 'Elsewhere', districtId: other },
      { name: 'Next door', districtId: other, ...harbor.near },
    ]) {
      await anOwner(db, await aVenue(db, venue))
    }
    const merged = await aVenue(db, { name: 'Merged', districtId, ...harbor.near })
    await anOwner(db, merged)
    await db.transaction((tx) =>
      tx.update(venues).set({ mergedIntoId: near }).where(eq(venues.id, merged)),
    )
    const id = await enterZone(ctx, aTypedZone(districtId))
    expect(await told(town)).toEqual(['Next door', 'No place'])
    const within = await venuesWithinReach(db, await zoneById(db, id))
    expect(within.map(({ name, meters }) => [name, meters && Math.round(meters)])).toEqual([
      ['Lantern Room', 111],
      ['Next door', 111],
      ['No place', null],
    ])
  })

  it('is told once, however many run it at the same time', async () => {
    const town = await aTown()
    const { db, ctx, near, districtId } = town
    const id = await enterZone(ctx, aTypedZone(districtId))
    await anOwner(db, near)
    const zone = await zoneById(db, id)
    const counts = await Promise.all([
      ...Array.from({ length: 5 }, () => db.transaction((tx) => tellZones(tx, zone, testNow))),
      ...Array.from({ length: 5 }, () => tellVenuesOfZones(db, testNow)),
    ])
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    expect(await told(town)).toEqual(['Lantern Room'])
    expect(await news(town)).toHaveLength(1)
  })
})

describe('a zone that changes', () => {
  it('is told again, with what changed for those who knew it and as news for the others', async () => {
    const town = await aTown()
    const { db, ctx, near, districtId } = town
    await anOwner(db, near)
    const id = await enterZone(ctx, aTypedZone(districtId))
    await anOwner(db, await aVenue(db, { name: 'New Bar', ...harbor.near }))
    await changeZone(ctx, id, changed(town, { dwellMinutes: 10 }, 'Ten minutes now.'), 1)
    expect((await news(town)).sort()).toEqual([
      ['Lantern Room', 'pilot', ''],
      ['Lantern Room', 'pilot', 'Ten minutes now.'],
      ['New Bar', 'pilot', ''],
    ])
    expect(await told(town)).toEqual(['Lantern Room', 'Lantern Room', 'New Bar'])
  })

  it('that ends is told to those who had heard of it', async () => {
    const town = await aTown()
    const { db, ctx, near, districtId } = town
    await anOwner(db, near)
    const id = await enterZone(ctx, aTypedZone(districtId))
    await anOwner(db, await aVenue(db, { name: 'New Bar', ...harbor.near }))
    await changeZone(ctx, id, changed(town, { status: 'ended' }), 1)
    expect((await news(town)).map(([venue, status]) => [venue, status]).sort()).toEqual([
      ['Lantern Room', 'ended'],
      ['Lantern Room', 'pilot'],
    ])
    expect(await tellVenuesOfZones(db, testNow)).toBe(0)
    expect(await zonesNear(town, near, harbor.near)).toEqual([])
  })
})

describe('a venue that comes later', () => {
  it.each([
    ['its first owner is confirmed', confirmSomebody],
    ['its place is corrected', moveNear],
  ])('hears once %s', async (_, happens) => {
    const town = await aTown()
    const { db, ctx, districtId } = town
    await enterZone(ctx, aTypedZone(districtId))
    const venueId = await aVenue(db, { name: 'Late Bar', ...harbor.far })
    await anOwner(db, venueId, { confirmed: happens !== confirmSomebody })
    expect(await tellVenuesOfZones(db, testNow)).toBe(0)
    await happens(town, venueId)
    expect(await tellVenuesOfZones(db, testNow)).toBe(1)
    expect(await tellVenuesOfZones(db, testNow)).toBe(0)
    expect(await told(town)).toEqual(['Late Bar'])
    expect(await news(town)).toEqual([['Late Bar', 'pilot', '']])
  })

  it.each([
    ['2026-11-22T23:00:00Z', 1],
    ['2026-11-23T12:00:00Z', 0],
  ])('hears of a zone until its last day is over: %s', async (moment, count) => {
    const { db, ctx, near, districtId } = await aTown()
    await enterZone(ctx, aTypedZone(districtId, { effectiveUntil: '2026-11-22' }))
    await anOwner(db, near)
    expect(await tellVenuesOfZones(db, new Date(moment))).toBe(count)
  })

  it('is looked for again within the hour, also where no event tells of it', async () => {
    const { db, ctx, near, districtId } = await aTown()
    await enterZone(ctx, aTypedZone(districtId))
    expect(await tellVenuesOfZones(db, testNow)).toBe(0)
    await anOwner(db, near)
    const minutesLater = (count: number) => new Date(testNow.getTime() + count * 60_000)
    expect(await tellVenuesOfZones(db, minutesLater(59))).toBe(0)
    expect(await tellVenuesOfZones(db, minutesLater(60))).toBe(1)
  })
})

it('lists the zones near a venue, first what asks for something, whatever their state', async () => {
  const town = await aTown()
  const { ctx, near, far, districtId } = town
  const [segment] = aTypedZone(districtId).segments
  if (!segment) throw new Error('A zone has a segment.')
  const nearer = { ...segment, points: [harbor.near, { ...harbor.near, longitude: -77.031 }] }
  await enterZone(ctx, aTypedZone(districtId, { name: 'A block away', status: 'suspended' }))
  await enterZone(
    ctx,
    aTypedZone(districtId, { name: 'Right here', status: 'proposed', segments: [nearer] }),
  )
  expect(await zonesNear(town, near, harbor.near)).toEqual(['A block away', 'Right here'])
  expect(await zonesNear(town, far, harbor.far)).toEqual([])
})

async function zonesNear({ db, districtId }: Town, id: VenueId, place: typeof harbor.near) {
  const venue = { id, districtId, ...place }
  return (await zonesOfVenue(db, venue, '2026-11-22')).map(({ name }) => name)
}

async function confirmSomebody({ db }: Town, venueId: VenueId) {
  await db.transaction(async (tx) => {
    await tx.update(venues).set(harbor.near).where(eq(venues.id, venueId))
    await recordEvent(tx, { ...happening, kind: 'licenses.imported' })
  })
  expect(await tellVenuesOfZones(db, testNow)).toBe(0)
  await db.transaction(async (tx) => {
    const confirmed = { confirmedAt: testNow }
    await tx.update(memberships).set(confirmed).where(eq(memberships.venueId, venueId))
    await recordEvent(tx, { ...happening, kind: 'venue.join_confirmed', venueId })
  })
}

async function moveNear({ db }: Town, venueId: VenueId) {
  await db.transaction(async (tx) => {
    await tx.update(venues).set(harbor.near).where(eq(venues.id, venueId))
    await recordEvent(tx, { ...happening, kind: 'licenses.imported' })
  })
}

const happening = { actor: null, at: testNow, origin: null }
