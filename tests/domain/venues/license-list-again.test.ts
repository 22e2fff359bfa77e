import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { Invalid } from '~/domain/errors'
import { importLicenseFile, importLicenses } from '~/domain/venues/import-licenses.server'
import type { Extent } from '~/domain/venues/license-rules'
import { placeVenue } from '~/domain/venues/place-venue.server'
import { licensePreview, previewLicenses } from '~/domain/venues/preview-licenses.server'
import { readLicenseList } from '~/domain/venues/read-license-list'
import type { Database } from '~db/open.server'
import { districts, licenseListings, venues } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  anOwner,
  aProgram,
  contextFor,
  testNow,
} from '~tests/support/factories'

const file = { name: 'licenses.csv', key: 'a'.repeat(64), digest: 'a'.repeat(64) }
const chosen = new Map([
  ['Shaw', 'North'],
  ['U Street', 'South'],
])
const head = 'License,Name,Address,Longitude,Latitude,Neighborhood,First year\n'
const lantern = 'A1,the lantern,"1 MAIN ST NW, Washington DC",-77.01,38.9,Shaw,2012\n'
const bell = 'A2,the bell,"2 MAIN ST NW, Washington DC",-77.02,38.91,U Street,2013\n'
const well = 'A3,the well,"3 MAIN ST NW, Washington DC",-77.03,38.92,Shaw,2014\n'
const lamp = 'A4,the lamp,"4 MAIN ST NW, Washington DC",-77.04,38.93,Shaw,2015\n'
const first = head + lantern + bell + well + lamp

const read = (text: string) => readLicenseList(Buffer.from(text))

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  await importing(db, first)
  return { db, ctx: await contextFor(db, await aCoordinator(db)) }
}

async function importing(db: Database, text: string, extent: Extent | null = null) {
  return (await importLicenseFile(db, file, read(text), chosen, testNow, extent)).report
}

async function venueOf(db: Database, license: string) {
  const [row] = await db
    .select({ venue: venues, listing: licenseListings, district: districts.name })
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(eq(licenseListings.license, license))
  if (!row) throw new Error(`There is no license ${license}.`)
  return row
}

async function edit(db: Database, license: string, set: Partial<typeof venues.$inferInsert>) {
  const { venue } = await venueOf(db, license)
  await db.transaction((tx) => tx.update(venues).set(set).where(eq(venues.id, venue.id)))
  return venue.id
}

const changed = first
  .replace('the lantern', 'the lanterns')
  .replace('1 MAIN ST', '11 MAIN ST')
  .replace('-77.01,38.9,Shaw', '-77.011,38.901,U Street')

describe('a changed row', () => {
  test('changes each field that nobody edited, and the preview names it before', async () => {
    const { db, ctx } = await aDesk()
    const { fields } = (await licensePreview(ctx, read(changed))).changedVenues?.[0] ?? {}
    expect(fields).toEqual([
      { field: 'name', before: 'The Lantern', after: 'The Lanterns' },
      {
        field: 'address',
        before: '1 Main St NW, Washington, DC',
        after: '11 Main St NW, Washington, DC',
      },
      { field: 'neighborhood', before: 'Shaw', after: 'U Street' },
      { field: 'district', before: 'North', after: 'South' },
      { field: 'place', before: '38.90000, -77.01000', after: '38.90100, -77.01100' },
    ])
    expect((await venueOf(db, 'A1')).venue.name).toBe('The Lantern')

    const report = await importing(db, changed)
    expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 3, vanished: 0 })
    expect(report.changedVenues).toMatchObject([{ fields, kept: [] }])
    expect(await venueOf(db, 'A1')).toMatchObject({
      district: 'South',
      venue: {
        name: 'The Lanterns',
        address: '11 Main St NW, Washington, DC',
        neighborhood: 'U Street',
        longitude: -77.011,
        latitude: 38.901,
      },
    })
  })

  test.each([
    ['name', { name: 'Lantern & Friends' }],
    ['address', { address: '1 Main Street, side door' }],
    ['neighborhood', { neighborhood: 'Bloomingdale' }],
    ['place', { longitude: -77.5, latitude: 38.5 }],
    ['place', { latitude: 38.5 }],
  ] as const)('leaves the %s that somebody edited, and says so', async (field, edited) => {
    const { db } = await aDesk()
    await edit(db, 'A1', edited)
    const report = await importing(db, changed)
    const { fields, kept } = report.changedVenues?.[0] ?? {}
    expect(kept?.map((each) => each.field)).toEqual([field])
    expect(fields?.map((each) => each.field)).not.toContain(field)
    const { venue } = await venueOf(db, 'A1')
    expect(venue).toMatchObject(edited)
    const others = { name: 'The Lanterns', address: '11 Main St NW, Washington, DC' }
    expect(venue).toMatchObject({ ...others, ...edited })
    expect(await importing(db, changed)).toMatchObject({ changed: 0, unchanged: 4 })
    expect((await venueOf(db, 'A1')).venue).toEqual(venue)
  })

  test('leaves a district that a coordinator chose for this venue alone', async () => {
    const { db, ctx } = await aDesk()
    const harbor = await aDistrict(db, 'Harbor')
    await placeVenue(ctx, (await venueOf(db, 'A1')).venue.id, harbor)
    const report = await importing(db, changed)
    expect(report.changedVenues?.[0]?.kept).toEqual([
      { field: 'district', ours: 'Harbor', listed: 'South' },
    ])
    expect(await venueOf(db, 'A1')).toMatchObject({
      district: 'Harbor',
      venue: { neighborhood: 'U Street' },
    })
  })

  test('leaves it also when the whole neighborhood moves to another district', async () => {
    const { db, ctx } = await aDesk()
    const harbor = await aDistrict(db, 'Harbor')
    await placeVenue(ctx, (await venueOf(db, 'A1')).venue.id, harbor)
    const moved = new Map([['Shaw', 'West']])
    await importLicenseFile(db, file, read(first), moved, testNow)
    expect((await venueOf(db, 'A1')).district).toBe('Harbor')
    expect((await venueOf(db, 'A3')).district).toBe('West')
  })

  test('never touches the phone number or what the venue says of itself', async () => {
    const { db } = await aDesk()
    const own = { phone: '(202) 555-0100', profile: { securityStaff: true } }
    await edit(db, 'A1', own)
    await importing(db, changed)
    expect((await venueOf(db, 'A1')).venue).toMatchObject({ ...own, name: 'The Lanterns' })
  })

  test('says nothing by an empty cell', async () => {
    const { db } = await aDesk()
    const before = (await venueOf(db, 'A1')).venue
    const empty = first.replace('-77.01,38.9,Shaw,2012', ',,,')
    expect(await importing(db, empty)).toMatchObject({ changed: 0, unchanged: 4 })
    expect((await venueOf(db, 'A1')).venue).toEqual(before)
  })
})

describe('a license that a list lacks', () => {
  test('is marked and never removed, and the mark goes once it is back', async () => {
    const { db, ctx } = await aDesk()
    await anOwner(db, (await venueOf(db, 'A4')).venue.id)
    const preview = await licensePreview(ctx, read(head + lantern + bell + well))
    expect(preview).toMatchObject({ known: 4, vanished: 1, unchanged: 3 })
    expect(preview.vanishedVenues).toMatchObject([
      { license: 'A4', name: 'The Lamp', people: true, certificate: false },
    ])
    expect((await venueOf(db, 'A4')).listing.vanishedOn).toBeNull()

    expect(await importing(db, head + lantern + bell + well)).toMatchObject({ vanished: 1 })
    expect((await venueOf(db, 'A4')).listing.vanishedOn).toBe('2026-11-22')
    expect(await db.$count(venues)).toBe(4)
    expect(await importing(db, head + lantern + bell + well)).toMatchObject({
      known: 3,
      vanished: 0,
    })
    expect(await importing(db, first)).toMatchObject({ returned: 1, vanished: 0, unchanged: 4 })
    expect((await venueOf(db, 'A4')).listing.vanishedOn).toBeNull()
  })

  test('is not missing where only its row could not be used', async () => {
    const { db } = await aDesk()
    const nameless = first.replace('A4,the lamp', 'A4,')
    expect(await importing(db, nameless)).toMatchObject({ vanished: 0, unchanged: 3 })
  })

  test('is not missing where the file could not be read to its end', async () => {
    const { db } = await aDesk()
    const broken = `${head}${lantern}${bell}${well}A9,"the gap,9 MAIN ST,-77,38.9,Shaw,2014\n`
    expect(await importing(db, broken)).toMatchObject({ vanished: 0, unchanged: 3 })
    expect((await venueOf(db, 'A4')).listing.vanishedOn).toBeNull()
  })
})

describe('a list that lacks more than a third', () => {
  const half = head + lantern + bell

  test('is stopped until somebody says whether it is a part', async () => {
    const { db, ctx } = await aDesk()
    const id = await previewLicenses(ctx, file, read(half))
    const refused = importLicenses(ctx, id, read(half), chosen)
    await expect(refused).rejects.toThrow(Invalid)
    await expect(importing(db, half)).rejects.toThrow('lacks 2 of the 4 licenses on file')
    expect((await venueOf(db, 'A4')).listing.vanishedOn).toBeNull()

    const report = await importLicenses(ctx, id, read(half), chosen, 'whole')
    expect(report).toMatchObject({ vanished: 2 })
    expect((await venueOf(db, 'A4')).listing.vanishedOn).toBe('2026-11-22')
  })

  test('marks nothing where it is a part', async () => {
    const { db } = await aDesk()
    const report = await importing(db, half.replace('the lantern', 'the lanterns'), 'part')
    expect(report).toMatchObject({ vanished: 0, changed: 1, part: true })
    expect((await venueOf(db, 'A4')).listing.vanishedOn).toBeNull()
  })

  test('one that lacks a third is not stopped', async () => {
    const { db } = await aDesk()
    await importing(
      db,
      `${first}A5,five,5 MAIN ST,-77,38.9,Shaw,2015\nA6,six,6 MAIN ST,-77,38.9,Shaw,2015\n`,
    )
    expect(await importing(db, first)).toMatchObject({ known: 6, vanished: 2 })
  })
})
