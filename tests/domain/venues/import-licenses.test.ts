import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { arrangeDistricts } from '~/domain/districts/arrange-districts.server'
import { arrangementFor, districtsOf } from '~/domain/districts/queries.server'
import { Conflict, Invalid, NotPermitted } from '~/domain/errors'
import { importLicenseFile, importLicenses } from '~/domain/venues/import-licenses.server'
import { previewLicenses } from '~/domain/venues/preview-licenses.server'
import { proposeForList } from '~/domain/venues/propose-for-list'
import { readLicenseList } from '~/domain/venues/read-license-list'
import type { Database } from '~db/open.server'
import { districts, events, licenseImports, licenseListings, venues } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

const realList = () => readLicenseList(readFileSync('db/real-data/dc-licensees-2016.csv'))
const file = { name: 'licenses.csv', key: 'a'.repeat(64), digest: 'a'.repeat(64) }
const none = new Map<string, string | null>()

const head = 'License,Name,Address,Longitude,Latitude,Neighborhood,First year\n'
const small = `${head}A1,the lantern,"1 MAIN ST NW, Washington DC",-77.01,38.9,Shaw,2012
A2,the bell,"2 MAIN ST NW, Washington DC",-77.02,38.91,U Street,2013
A3,the bell,"3 MAIN ST NW, Washington DC",-77.02,38.91,Shaw,2014
`
const read = (text: string) => readLicenseList(Buffer.from(text))

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  return { db, ctx: await contextFor(db, await aCoordinator(db)) }
}

async function importing(db: Database, text: string, chosen = none) {
  return (await importLicenseFile(db, file, read(text), chosen, testNow)).report
}

describe('the real list', () => {
  test('1,259 rows give 1,256 venues, and the second time nothing', async () => {
    const { db, ctx } = await aDesk()
    const list = realList()
    const chosen = proposeForList(list, new Map())
    const id = await previewLicenses(ctx, file, list)
    const report = await importLicenses(ctx, id, list, chosen)

    const counts = { rows: 1259, venues: 1256, repeatedRows: 3, repeatedHeaders: 0, problems: [] }
    const none = { known: 0, vanished: 0, returned: 0, changedVenues: [], vanishedVenues: [] }
    const first = { ...counts, ...none, proposals: [], added: 1256, changed: 0, unchanged: 0 }
    expect(report).toEqual(first)
    expect(await db.$count(venues)).toBe(1256)
    expect(await db.$count(licenseListings)).toBe(1256)
    expect(await districtsOf(db)).toHaveLength(12)
    const before = await db.select().from(venues).orderBy(venues.id)
    expect(before.filter(({ districtId }) => districtId === null)).toEqual([])

    const again = await previewLicenses(ctx, file, list)
    const second = await importLicenses(ctx, again, list, chosen)
    expect(second).toEqual({ ...first, known: 1256, added: 0, unchanged: 1256 })
    expect(await db.select().from(venues).orderBy(venues.id)).toEqual(before)
    expect(await districtsOf(db)).toHaveLength(12)
  })

  test('venues of one name have addresses of their own', async () => {
    const { db } = await aDesk()
    await importing(db, small)
    const rows = await db.select({ slug: venues.slug }).from(venues).orderBy(venues.slug)
    expect(rows.map(({ slug }) => slug)).toEqual(['the-bell', 'the-bell-shaw', 'the-lantern'])
  })
})

describe('a newer list', () => {
  test('changes what it says differently, and leaves what people edited', async () => {
    const { db } = await aDesk()
    await importing(
      db,
      small,
      new Map([
        ['Shaw', 'Shaw'],
        ['U Street', 'U Street'],
      ]),
    )
    await db.transaction((tx) =>
      tx
        .update(venues)
        .set({ name: 'The Lantern & Friends' })
        .where(eq(venues.slug, 'the-lantern')),
    )
    const newer = small
      .replace('the lantern,"1 MAIN', 'the lamp,"11 MAIN')
      .replace(
        'the bell,"2 MAIN ST NW, Washington DC",-77.02,38.91,U Street',
        'the bells,"2 MAIN ST NW, Washington DC",-77.02,38.91,Shaw',
      )
    expect(await importing(db, newer)).toMatchObject({ added: 0, changed: 2, unchanged: 1 })

    const rows = await db
      .select({ name: venues.name, address: venues.address, district: districts.name })
      .from(venues)
      .innerJoin(districts, eq(districts.id, venues.districtId))
      .orderBy(venues.slug)
    expect(rows).toEqual([
      { name: 'The Bells', address: '2 Main St NW, Washington, DC', district: 'Shaw' },
      { name: 'The Bell', address: '3 Main St NW, Washington, DC', district: 'Shaw' },
      { name: 'The Lantern & Friends', address: '11 Main St NW, Washington, DC', district: 'Shaw' },
    ])
    expect(await importing(db, newer)).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  })
})

describe('importing', () => {
  test('a previewed list is imported once', async () => {
    const { db, ctx } = await aDesk()
    const list = read(small)
    const id = await previewLicenses(ctx, file, list)
    expect(await db.$count(venues)).toBe(0)
    const [first, second] = await Promise.allSettled([
      importLicenses(ctx, id, list, none),
      importLicenses(ctx, id, list, none),
    ])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(Conflict) })
    const done = await db.select().from(licenseImports)
    expect(done).toMatchObject([{ state: 'done', report: { added: 3 } }])
    expect(await db.$count(events, eq(events.kind, 'licenses.imported'))).toBe(1)
  })

  test('two equal submits are one, with one report', async () => {
    const { ctx } = await aDesk()
    const list = read(small)
    const id = await previewLicenses(ctx, file, list)
    const twice = { ...ctx, origin: { ...ctx.origin, submission: 'a-form:1' } }
    const [first, second] = await Promise.all([
      importLicenses(twice, id, list, none),
      importLicenses(twice, id, list, none),
    ])
    expect(second).toEqual(first)
    expect(first.added).toBe(3)
  })

  test('an owner may not', async () => {
    const { db } = await aDesk()
    const owner = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(previewLicenses(owner, file, read(small))).rejects.toThrow(NotPermitted)
  })

  test('a coordinator without a second factor may not', async () => {
    const { db } = await aDesk()
    const half = await contextFor(db, await aCoordinator(db), testNow, ['password'])
    await expect(previewLicenses(half, file, read(small))).rejects.toThrow(NotPermitted)
  })

  test('a list without a usable row is refused with its first problem', async () => {
    const { ctx } = await aDesk()
    const list = read(`${head},the lantern,1 MAIN ST,,,,\n`)
    await expect(previewLicenses(ctx, file, list)).rejects.toThrow(Invalid)
    await expect(previewLicenses(ctx, file, list)).rejects.toThrow('Row 2: No license number')
  })
})

describe('districts', () => {
  test('venues follow their neighborhood at once', async () => {
    const { db, ctx } = await aDesk()
    await importing(
      db,
      small,
      new Map([
        ['Shaw', 'North'],
        ['U Street', 'South'],
      ]),
    )
    const { districts: all, neighborhoods, seen } = await arrangementFor(ctx)
    expect(all.map(({ name, venues }) => [name, venues])).toEqual([
      ['North', 2],
      ['South', 1],
    ])
    const [north, south] = all
    const moved = await arrangeDistricts(ctx, {
      seen,
      districts: { [north?.id ?? '']: { name: 'Northern row' } },
      newDistrict: '',
      neighborhoods: Object.fromEntries(
        neighborhoods.map(({ key, name }) => [key, { name, district: south?.id ?? '' }]),
      ),
    })
    expect(moved).toBe(1)
    const after = await arrangementFor(ctx)
    expect(after.districts.map(({ name, venues }) => [name, venues])).toEqual([
      ['Northern row', 0],
      ['South', 3],
    ])
  })
})
