import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { VenueId } from '~/domain/ids'
import { sketchStreets, streetOf } from '~/domain/venues/street-sketch'
import { streetsIn } from '~/domain/venues/street-sketch.server'
import { venues } from '~db/schema'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import { aVenue, testNow } from '~tests/support/factories'

const frame = { south: 38.91, west: -77.04, north: 38.92, east: -77.02 }

/** Addresses every so many degrees to the east, by turns on the north and the south side. */
function along(street: string, count: number, latitude: number, step = 0.0012) {
  return Array.from({ length: count }, (_, index) => ({
    address: `${100 + index} ${street}, Washington DC`,
    latitude: latitude + (index % 2 ? 0.0001 : -0.0001),
    longitude: -77.035 + index * step,
  }))
}

describe('the street of an address', () => {
  it.each([
    ['1537 17TH ST NW, Washington DC', '17th St NW'],
    ['1015 1/2 7th Street NW', '7th St NW'],
    ['3000 A 14TH ST NW, Washington DC', '14th St NW'],
    ['3100 M ST NW, Washington DC', 'M St NW'],
    ['1333-1335 H St. N.E.', 'H St NE'],
    ['901 U ST NW Suite 200', 'U St NW'],
    ['12 Half St SE #4', 'Half St SE'],
    ['12 Half St SE Unit 4B, Washington', 'Half St SE'],
    ['4 Harbor Square', 'Harbor Sq'],
  ])('reads %s', (address, street) => expect(streetOf(address)).toBe(street))

  it.each(['', 'Union Station', 'RR WISCONSIN AVE NW', '12'])('reads none in "%s"', (address) =>
    expect(streetOf(address)).toBeNull(),
  )
})

describe('streets sketched from addresses', () => {
  it('run between both sides, from the first address to the last', () => {
    const [street, ...others] = sketchStreets(along('U ST NW', 9, 38.917))
    expect(others).toEqual([])
    expect(street?.name).toBe('U St NW')
    expect(street?.points).toHaveLength(2)
    const longitudes = street?.points.map((point) => point.longitude).sort()
    expect(longitudes?.[0]).toBeCloseTo(-77.0254, 3)
    expect(longitudes?.[1]).toBeCloseTo(-77.035, 3)
    for (const { latitude } of street?.points ?? []) expect(latitude).toBeCloseTo(38.917, 4)
  })

  it('bend where their addresses do', () => {
    const bent = along('Harbor Rd', 12, 38.915).map((each, index) => ({
      ...each,
      latitude: each.latitude + ((index - 5.5) / 5.5) ** 2 * 0.0009,
    }))
    const [street] = sketchStreets(bent)
    expect(street?.points.length).toBeGreaterThan(3)
    for (const { latitude, longitude } of street?.points ?? []) {
      const index = (longitude + 77.035) / 0.0012
      expect(latitude).toBeCloseTo(38.915 + ((index - 5.5) / 5.5) ** 2 * 0.0009, 3)
    }
  })

  it('leave out one wild address, and nothing else of the street', () => {
    const places = along('P ST NW', 10, 38.91)
    const wild = { ...places[0], address: '9 P ST NW', latitude: 38.9125, longitude: -77.03 }
    expect(sketchStreets([...places, wild])).toEqual(
      sketchStreets([...places, { ...wild, address: '9' }]),
    )
  })

  it('are not made of three addresses, of one house, or of addresses all over', () => {
    const scattered = Array.from({ length: 8 }, (_, index) => ({
      address: `${index + 1} Lost Ln`,
      latitude: 38.91 + ((index * 7) % 8) * 0.001,
      longitude: -77.03 + ((index * 3) % 8) * 0.001,
    }))
    const house = Array.from({ length: 6 }, () => ({
      address: '1 Mill St',
      latitude: 38.91,
      longitude: -77.03,
    }))
    expect(sketchStreets([...along('Q St', 3, 38.911), ...house, ...scattered])).toEqual([])
  })

  it('stop where nobody has an address for long, and go on behind it', () => {
    const east = along('E ST NW', 5, 38.9).map((each) => ({
      ...each,
      longitude: each.longitude + 0.02,
    }))
    const stretches = sketchStreets([...along('E ST NW', 5, 38.9), ...east])
    expect(stretches.map(({ name }) => name)).toEqual(['E St NW', 'E St NW'])
  })

  it('come longest first, and no more than asked for', () => {
    const all = [...along('A St', 5, 38.9), ...along('B St', 9, 38.91), ...along('C St', 7, 38.92)]
    expect(sketchStreets(all, 2).map(({ name }) => name)).toEqual(['B St', 'C St'])
  })

  it('are found in a real license list, where they are', () => {
    const rows: Record<string, string>[] = parse(
      readFileSync('db/real-data/dc-licensees-2016.csv', 'utf8'),
      { columns: true },
    )
    const places = rows.flatMap(({ address = '', latitude, longitude }) =>
      latitude ? [{ address, latitude: Number(latitude), longitude: Number(longitude) }] : [],
    )
    const streets = sketchStreets(places)
    const named = (name: string) => streets.find((street) => street.name === name)
    expect(streets.length).toBeGreaterThan(40)
    // 14th Street runs north and south at the meridian 77.032, U Street east and west at 38.917.
    for (const { longitude } of named('14th St NW')?.points ?? [{ longitude: 0 }]) {
      expect(Math.abs(longitude + 77.0322)).toBeLessThan(0.0015)
    }
    for (const { latitude } of named('U St NW')?.points ?? [{ latitude: 0 }]) {
      expect(Math.abs(latitude - 38.9169)).toBeLessThan(0.0008)
    }
  })
})

describe('the streets of a frame', () => {
  async function aStreet(db: ReturnType<typeof aDatabase>, latitude: number) {
    const ids: VenueId[] = []
    for (const index of [0, 1, 2, 3, 4]) {
      ids.push(await aVenue(db, { latitude, longitude: -77.034 + index * 0.001 }))
    }
    return ids
  }

  it('are read from the venues in and around it, without merged ones', async () => {
    const db = aDatabase()
    const [first, second] = await aStreet(db, 38.915)
    await aStreet(db, 38.99)
    const [street, ...others] = await streetsIn(db, frame, testNow)
    expect(others).toEqual([])
    expect(street?.name).toBe('Harbor St')

    const merged = { mergedIntoId: second ?? null, mergedAt: testNow }
    await db.transaction((tx) =>
      tx
        .update(venues)
        .set(merged)
        .where(eq(venues.id, first ?? 'ven_none')),
    )
    const later = new Date(testNow.getTime() + 6 * 60_000)
    const [shorter] = await streetsIn(db, frame, later)
    expect(Math.min(...(shorter?.points ?? []).map(({ longitude }) => longitude))).toBeCloseTo(
      -77.033,
      4,
    )
  })

  it('are read once in five minutes', async () => {
    const db = aDatabase()
    await aStreet(db, 38.915)
    const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)
    expect(await countQueries(() => streetsIn(db, frame, testNow))).toBe(1)
    expect(await countQueries(() => streetsIn(db, frame, minutes(4)))).toBe(0)
    expect(await countQueries(() => streetsIn(db, frame, minutes(6)))).toBe(1)
  })
})
