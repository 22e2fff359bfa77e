import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { arrangementFor } from '~/domain/districts/queries.server'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { newId, type VenueId } from '~/domain/ids'
import { leadsOnTo } from '~/domain/live-venues.server'
import { whyAlike } from '~/domain/venues/alike'
import { askToJoin } from '~/domain/venues/ask-to-join.server'
import { coordinatorVenue } from '~/domain/venues/coordinator-venue.server'
import { venuesPage } from '~/domain/venues/coordinator-venues.server'
import { importLicenseFile } from '~/domain/venues/import-licenses.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { venuesToJoin, venueToJoin } from '~/domain/venues/join-page.server'
import { mergePage } from '~/domain/venues/merge-page.server'
import { mergeVenue } from '~/domain/venues/merge-venue.server'
import { readLicenseList } from '~/domain/venues/read-license-list'
import { unmergeVenue } from '~/domain/venues/unmerge-venue.server'
import { vanishedPage } from '~/domain/venues/vanished-page.server'
import { venuesByStanding } from '~/domain/venues/venue-standing.server'
import type { Database } from '~db/open.server'
import { applications, events, invitations, licenseListings, memberships, venues } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

keepSecret('a secret for tests, with more than enough characters')

const file = { name: 'licenses.csv', key: 'a'.repeat(64), digest: 'a'.repeat(64) }
const head = 'License,Name,Address,Longitude,Latitude,Neighborhood\n'
const lantern = 'A1,the lantern,"1 MAIN ST NW, Washington DC",-77.01,38.9,Shaw\n'
const others =
  'A2,the bell,"2 MAIN ST NW, Washington DC",-77.02,38.91,Shaw\nA3,the well,"3 MAIN ST NW, Washington DC",-77.03,38.92,Shaw\n'
const renewed = 'B1,lantern bar,"1 MAIN ST. NW, Washington DC",-77.01,38.9,Shaw\n'

async function importing(db: Database, text: string) {
  const list = readLicenseList(Buffer.from(text))
  const chosen = new Map([['Shaw', 'North']])
  return (await importLicenseFile(db, file, list, chosen, testNow)).report
}

/** A venue under an old license that vanished, and again under its new one. */
async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  await importing(db, head + lantern + others)
  const report = await importing(db, head + renewed + others)
  const ctx = await contextFor(db, await aCoordinator(db))
  return { db, ctx, report, old: await venueOf(db, 'A1'), renewed: await venueOf(db, 'B1') }
}

async function venueOf(db: Database, license: string): Promise<VenueId> {
  const [row] = await db.select().from(licenseListings).where(eq(licenseListings.license, license))
  if (!row) throw new Error(`There is no license ${license}.`)
  return row.venueId
}

async function slugOf(db: Database, id: VenueId) {
  const [row] = await db.select().from(venues).where(eq(venues.id, id))
  return row?.slug ?? ''
}

const everyVenue = { words: '', district: '', standing: null, after: null }

describe('merging', () => {
  test('is proposed by the import and by the page of either venue', async () => {
    const { ctx, report, old, renewed } = await aDesk()
    expect(report.proposals).toMatchObject([
      { license: 'B1', name: 'Lantern Bar', known: { venueId: old }, why: 'address_and_name' },
    ])
    const nothing = { words: '', into: null }
    const ofOld = await mergePage(ctx, old, nothing)
    expect(ofOld.proposals).toMatchObject([{ id: renewed, why: 'address_and_name' }])
    expect((await mergePage(ctx, renewed, nothing)).proposals).toMatchObject([{ id: old }])
    const { found } = await mergePage(ctx, old, { words: 'bell', into: null })
    expect(found.map(({ name }) => name)).toEqual(['The Bell'])
  })

  test('moves the licenses, and the merged venue is nowhere', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    const seen = async () => ({
      list: (await venuesPage(ctx, everyVenue)).total,
      search: (await venuesPage(ctx, { ...everyVenue, words: 'lantern' })).venues.length,
      join: (await venuesToJoin(db, 'lantern')).found.length,
      standings: (await venuesByStanding(db, testNow)).get('not_invited'),
      district: (await arrangementFor(ctx)).districts[0]?.venues,
      neighborhood: (await arrangementFor(ctx)).neighborhoods[0]?.venues,
      vanished: (await vanishedPage(ctx, { words: '', after: null })).total,
    })
    const all = { list: 4, search: 2, join: 2, standings: 4, district: 4, neighborhood: 4 }
    expect(await seen()).toEqual({ ...all, vanished: 1 })

    await mergeVenue(ctx, renewed, old)
    const merged = { list: 3, search: 1, join: 1, standings: 3, district: 3, neighborhood: 3 }
    expect(await seen()).toEqual({ ...merged, vanished: 0 })
    expect(await venueOf(db, 'B1')).toBe(old)
    expect(await leadsOnTo(db, await slugOf(db, renewed))).toMatchObject({ id: old })
    expect(await leadsOnTo(db, await slugOf(db, old))).toBeNull()
    const person = await contextFor(db, await aPerson(db))
    await expect(askToJoin(person, renewed, '')).rejects.toThrow(NotFound)
    await expect(venueToJoin(db, renewed)).rejects.toThrow(NotFound)
    await expect(inviteVenue(ctx, renewed, { email: '' })).rejects.toThrow(NotFound)
    expect((await mergePage(ctx, old, { words: 'lantern', into: null })).found).toEqual([])

    const { mergedInto, listings } = await coordinatorVenue(ctx, renewed)
    expect([mergedInto?.id, listings]).toEqual([old, []])
    expect((await coordinatorVenue(ctx, old)).listings.map(({ license }) => license)).toEqual([
      'A1',
      'B1',
    ])
    const [event] = await db.select().from(events).where(eq(events.kind, 'venue.merged'))
    expect(event).toMatchObject({ venueId: old, subjectId: renewed })
  })

  test('a later list speaks of the venue that stayed', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    await mergeVenue(ctx, renewed, old)
    const report = await importing(db, head + renewed2 + others)
    expect(report).toMatchObject({ added: 0, changed: 1, vanished: 0, proposals: [] })
    const [venue] = await db.select().from(venues).where(eq(venues.id, old))
    expect(venue).toMatchObject({ name: 'The Lantern', latitude: 38.95 })
  })

  test('is taken back whole, and once', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    const before = await db.select().from(licenseListings).orderBy(licenseListings.license)
    await mergeVenue(ctx, renewed, old)
    await Promise.all([unmergeVenue(ctx, renewed), unmergeVenue(ctx, renewed)])
    expect(await db.select().from(licenseListings).orderBy(licenseListings.license)).toEqual(before)
    expect((await venuesPage(ctx, everyVenue)).total).toBe(4)
    expect(await leadsOnTo(db, await slugOf(db, renewed))).toBeNull()
    expect(await db.$count(events, eq(events.kind, 'venue.unmerged'))).toBe(1)
  })

  test('of three in a row comes apart at each place', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    const bell = await venueOf(db, 'A2')
    const before = await db.select().from(licenseListings).orderBy(licenseListings.license)
    await mergeVenue(ctx, renewed, old)
    await mergeVenue(ctx, old, bell)
    expect(await leadsOnTo(db, await slugOf(db, renewed))).toMatchObject({ id: bell })
    expect(await venueOf(db, 'B1')).toBe(bell)
    await unmergeVenue(ctx, old)
    expect([await venueOf(db, 'A1'), await venueOf(db, 'B1')]).toEqual([old, old])
    await unmergeVenue(ctx, renewed)
    expect(await db.select().from(licenseListings).orderBy(licenseListings.license)).toEqual(before)
  })

  test.each<[string, (desk: Awaited<ReturnType<typeof aDesk>>) => Promise<unknown>]>([
    ['people', ({ db, renewed }) => anOwner(db, renewed)],
    ['an invitation that waits', ({ ctx, renewed }) => inviteVenue(ctx, renewed, { email: '' })],
    [
      'a request to join that waits',
      async ({ db, renewed }) => askToJoin(await contextFor(db, await aPerson(db)), renewed, ''),
    ],
  ])(
    'is refused where the one that goes has %s, and the other way round is told',
    async (what, happen) => {
      const desk = await aDesk()
      const { db, ctx, old, renewed } = desk
      await happen(desk)
      await expect(mergeVenue(ctx, renewed, old)).rejects.toThrow(Invalid)
      await expect(mergeVenue(ctx, renewed, old)).rejects.toThrow(what)
      await expect(mergeVenue(ctx, renewed, old)).rejects.toThrow(
        'Merge the other way round: The Lantern into Lantern Bar.',
      )
      const page = await mergePage(ctx, renewed, { words: '', into: old })
      expect(page.hindrance).toMatchObject({ otherWay: true })
      await mergeVenue(ctx, old, renewed)
      expect(await venueOf(db, 'A1')).toBe(renewed)

      await unmergeVenue(ctx, old)
      await anOwner(db, old)
      await expect(mergeVenue(ctx, old, renewed)).rejects.toThrow('neither can be merged away')
    },
  )

  test('is refused where the one that goes has a certificate', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { certificate } = await anAccreditedVenue(db)
    const ctx = await contextFor(db, await aCoordinator(db))
    const other = await aVenue(db)
    await expect(mergeVenue(ctx, certificate.venueId, other)).rejects.toThrow('a certificate')
    await mergeVenue(ctx, other, certificate.venueId)
  })

  test('says of an application only once it was shared: a draft is the venue’s own', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    const owner = await anOwner(db, renewed)
    const page = { words: '', into: old }
    const before = (await mergePage(ctx, renewed, page)).hindrance?.why
    await startApplication(await contextFor(db, owner), renewed, null)
    expect(await db.$count(applications, eq(applications.venueId, renewed))).toBe(1)
    expect((await mergePage(ctx, renewed, page)).hindrance?.why).toBe(before)
    await expect(mergeVenue(ctx, renewed, old)).rejects.toThrow('Lantern Bar has people, so')

    await db.transaction((tx) => tx.update(memberships).set({ endedAt: testNow }))
    await expect(mergeVenue(ctx, renewed, old)).rejects.toThrow('Lantern Bar has people, so')

    const { certificate } = await anAccreditedVenue(db)
    await expect(mergeVenue(ctx, certificate.venueId, old)).rejects.toThrow('an application')
  })

  test('closes a letter whose code has run out, so that it asks nobody any more', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    await inviteVenue(ctx, renewed, { email: '' })
    const later = { ...ctx, now: new Date(testNow.getTime() + 90 * 86_400_000) }
    await mergeVenue(later, renewed, old)
    const [letter] = await db.select().from(invitations)
    expect(letter?.withdrawnAt).toEqual(later.now)
  })

  test('of two at one moment one stands', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    const bell = await venueOf(db, 'A2')
    const both = await Promise.allSettled([
      mergeVenue(ctx, renewed, old),
      mergeVenue(ctx, renewed, bell),
    ])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(both[1]).toMatchObject({ reason: expect.any(Conflict) })
    const [one, other] = await Promise.allSettled([
      mergeVenue(ctx, old, bell),
      mergeVenue(ctx, bell, old),
    ])
    expect([one.status, other.status]).toEqual(['fulfilled', 'rejected'])
    await mergeVenue(ctx, old, bell)
    expect(await db.$count(events, eq(events.kind, 'venue.merged'))).toBe(2)
  })

  test('needs another venue that is there, and a coordinator', async () => {
    const { db, ctx, old, renewed } = await aDesk()
    await expect(mergeVenue(ctx, old, old)).rejects.toThrow(Invalid)
    await expect(mergeVenue(ctx, old, newId('ven'))).rejects.toThrow(Invalid)
    await expect(mergeVenue(ctx, newId('ven'), old)).rejects.toThrow(NotFound)
    const owner = await contextFor(db, await anOwner(db, old))
    const page = { words: '', into: null }
    for (const tried of [
      mergeVenue(owner, renewed, old),
      unmergeVenue(owner, renewed),
      mergePage(owner, old, page),
      vanishedPage(owner, { words: '', after: null }),
    ]) {
      await expect(tried).rejects.toThrow(NotPermitted)
    }
  })
})

const renewed2 = renewed.replace('38.9,', '38.95,')

describe('the vanished', () => {
  test('are listed with what to do, found by words, a page at a time in as many queries', async () => {
    const { db, ctx, old, renewed: again } = await aDesk()
    const { venues: all } = await vanishedPage(ctx, { words: 'lantern', after: null })
    expect(all).toMatchObject([
      { id: old, since: '2026-11-22', standing: 'not_invited', successor: { id: again } },
    ])
    expect((await vanishedPage(ctx, { words: 'bell', after: null })).total).toBe(0)

    const many = Array.from({ length: 60 }, (_, i) => `C${i},bar ${i % 7},${i} SIDE ST,,,\n`)
    const kept = Array.from({ length: 130 }, (_, i) => `D${i},pub ${i},${i} FAR ST,,,\n`)
    await importing(db, head + renewed + others + kept.join('') + many.join(''))
    await importing(db, head + renewed + others + kept.join(''))
    const first = await vanishedPage(ctx, { words: '', after: null })
    const second = await vanishedPage(ctx, { words: '', after: first.next })
    expect([first.total, first.venues.length, second.venues.length]).toEqual([61, 50, 11])
    const ids = [...first.venues, ...second.venues].map(({ id }) => id)
    expect(new Set(ids).size).toBe(61)
    expect(await countQueries(() => vanishedPage(ctx, { words: '', after: null }))).toBe(4)
  })
})

describe('two venues are alike', () => {
  const here = { name: 'The Lantern', address: '1 Main St NW', longitude: -77.01, latitude: 38.9 }
  test.each([
    ['one address and one name', { address: '1 MAIN ST. NW' }, 'address_and_name'],
    ['one address', { name: 'The Bell' }, 'address'],
    [
      'a few steps away',
      { name: 'Lantern Bar', address: '3 Main St', latitude: 38.9005 },
      'name_nearby',
    ],
    ['far away', { name: 'Lantern Bar', address: '3 Main St', latitude: 38.902 }, null],
    ['near, with another name', { name: 'The Bell', address: '3 Main St' }, null],
    ['nowhere on the map', { address: '3 Main St', longitude: null, latitude: null }, null],
  ])('%s', (_, other, why) => {
    expect(whyAlike(here, { ...here, ...other })).toBe(why)
    expect(whyAlike({ ...here, ...other }, here)).toBe(why)
  })
})
