import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { Conflict, NotFound, NotPermitted } from '~/domain/errors'
import type { ImportId, VenueId } from '~/domain/ids'
import { askToJoin } from '~/domain/venues/ask-to-join.server'
import { importLicenseFile } from '~/domain/venues/import-licenses.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { mergeVenue } from '~/domain/venues/merge-venue.server'
import { readLicenseList } from '~/domain/venues/read-license-list'
import { undoLicenses } from '~/domain/venues/undo-licenses.server'
import { undoPlan } from '~/domain/venues/undo-plan.server'
import type { Database } from '~db/open.server'
import {
  events,
  licenseChanges,
  licenseImports,
  licenseListings,
  venueChanges,
  venueStandings,
  venues,
} from '~db/schema'
import { matchesWords } from '~db/search.server'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aPerson,
  aProgram,
  contextFor,
  testNow,
} from '~tests/support/factories'

keepSecret('a secret for tests, with more than enough characters')

const file = { name: 'licenses.csv', key: 'a'.repeat(64), digest: 'a'.repeat(64) }
const chosen = new Map([
  ['Shaw', 'North'],
  ['U Street', 'South'],
])
const head = 'License,Name,Address,Longitude,Latitude,Neighborhood,First year\n'
const lantern = 'A1,the lantern,"1 MAIN ST NW, Washington DC",-77.01,38.9,Shaw,2012\n'
const bell = 'A2,the bell,"2 MAIN ST NW, Washington DC",-77.02,38.91,U Street,2013\n'
const well = 'A3,the well,"3 MAIN ST NW, Washington DC",-77.03,38.92,Shaw,2014\n'
const cafe = 'A4,CAFÉ ÉTÉ,"4 MAIN ST NW, Washington DC",-77.04,38.93,Shaw,2015\n'
const first = head + lantern + bell + well + cafe
const second =
  head +
  lantern
    .replace('the lantern', 'the lanterns')
    .replace('-77.01,38.9,Shaw', '-77.5,38.5,U Street') +
  bell.replace('the bell', 'the bells') +
  well +
  'B1,the new one,"9 MAIN ST NW, Washington DC",-77.05,38.94,Shaw,2020\n'

async function importing(db: Database, text: string): Promise<ImportId> {
  const list = readLicenseList(Buffer.from(text))
  return (await importLicenseFile(db, file, list, chosen, testNow)).id
}

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  return { db, ctx: await contextFor(db, await aCoordinator(db)) }
}

async function standing(db: Database) {
  return {
    venues: await db.select().from(venues).orderBy(venues.id),
    listings: await db.select().from(licenseListings).orderBy(licenseListings.license),
  }
}

async function venueOf(db: Database, license: string): Promise<VenueId> {
  const rows = await db.select().from(licenseListings).where(eq(licenseListings.license, license))
  const [row] = rows
  if (!row) throw new Error(`There is no license ${license}.`)
  return row.venueId
}

describe('taking an import back', () => {
  test('the first leaves nothing of its venues, not even a word to find them by', async () => {
    const { db, ctx } = await aDesk()
    const id = await importing(db, first)
    const venueId = await venueOf(db, 'A1')
    await db.transaction(async (tx) => {
      await tx.insert(venueChanges).values({ venueId, since: testNow })
      const counted = { trained: 0, inScope: 0, countedOn: '2026-11-22' as const }
      await tx.insert(venueStandings).values({ venueId, ...counted })
    })
    expect(await undoPlan(ctx, id)).toMatchObject({ hindrance: null, removed: 4, stays: 0 })
    await undoLicenses(ctx, id)
    for (const table of [venues, licenseListings, venueChanges, venueStandings]) {
      expect(await db.$count(table)).toBe(0)
    }
    expect(await db.$count(venues, await matchesWords(db, 'lantern'))).toBe(0)
    const [row] = await db.select().from(licenseImports)
    expect(row).toMatchObject({ state: 'undone', undoneAt: testNow, undoneBy: ctx.actor.person.id })
    const [event] = await db.select().from(events).where(eq(events.kind, 'licenses.import_undone'))
    expect(event).toMatchObject({ subjectId: id, facts: { removed: 4, restored: 0 } })
    expect(await importing(db, first)).not.toBe(id)
    expect(await db.$count(venues)).toBe(4)
  })

  test('the second puts every field, mark and listing back as it was', async () => {
    const { db, ctx } = await aDesk()
    await importing(db, first)
    const before = await standing(db)
    const id = await importing(db, second)
    expect(await standing(db)).not.toEqual(before)
    const counts = { removed: 1, changed: 2, vanished: 1, returned: 0 }
    expect(await undoPlan(ctx, id)).toMatchObject(counts)
    await undoLicenses(ctx, id)
    expect(await standing(db)).toEqual(before)
    expect(await db.$count(venues, await matchesWords(db, 'lanterns'))).toBe(0)
    expect(await db.$count(venues, await matchesWords(db, 'lantern'))).toBe(1)
  })

  test('a license that had come back is missing again, since the same day', async () => {
    const { db, ctx } = await aDesk()
    await importing(db, first)
    await importing(db, head + lantern + bell + well)
    const before = await standing(db)
    const id = await importing(db, first)
    expect((await standing(db)).listings.map(({ vanishedOn }) => vanishedOn)).toEqual(
      Array(4).fill(null),
    )
    await undoLicenses(ctx, id)
    expect(await standing(db)).toEqual(before)
  })

  test.each([
    ['name', { name: 'Lantern & Friends' }, { address: '1 Main St NW, Washington, DC' }],
    ['place', { latitude: 38 }, { longitude: -77.5, name: 'The Lantern' }],
    ['neighborhood', { neighborhood: 'Harbor' }, { name: 'The Lantern', longitude: -77.01 }],
  ] as const)('leaves the %s that somebody edited since', async (_, edited, others) => {
    const { db, ctx } = await aDesk()
    await importing(db, first)
    const id = await importing(db, second)
    const ofVenue = eq(venues.id, await venueOf(db, 'A1'))
    await db.transaction((tx) => tx.update(venues).set(edited).where(ofVenue))
    await undoLicenses(ctx, id)
    const [venue] = await db.select().from(venues).where(ofVenue)
    expect(venue).toMatchObject({ ...edited, ...others })
  })

  test.each<[string, (desk: Awaited<ReturnType<typeof aDesk>>, id: VenueId) => Promise<unknown>]>([
    ['was invited', ({ ctx }, id) => inviteVenue(ctx, id, { email: '' })],
    ['has people', ({ db }, id) => anOwner(db, id)],
    [
      'was edited',
      ({ db }, id) =>
        db.transaction((tx) => tx.update(venues).set({ name: 'Mine' }).where(eq(venues.id, id))),
    ],
    [
      'has a phone number',
      ({ db }, id) =>
        db.transaction((tx) => tx.update(venues).set({ phone: '1' }).where(eq(venues.id, id))),
    ],
    ['was merged', async ({ db, ctx }, id) => mergeVenue(ctx, id, await venueOf(db, 'A2'))],
  ])('keeps and names a venue that %s', async (_, happen) => {
    const desk = await aDesk()
    const { db, ctx } = desk
    await importing(db, head + bell)
    const id = await importing(db, head + bell + lantern + well + cafe)
    const venueId = await venueOf(db, 'A1')
    await happen(desk, venueId)
    const plan = await undoPlan(ctx, id)
    expect(plan).toMatchObject({ removed: 2, stays: 1 })
    expect(plan.staying.map((venue) => venue.name)).toHaveLength(1)
    await undoLicenses(ctx, id)
    expect(await db.$count(venues)).toBe(2)
    expect(await db.$count(venues, eq(venues.id, venueId))).toBe(1)
    expect(await db.$count(licenseListings)).toBe(2)
  })

  test('begins with the newest, and says which that is', async () => {
    const { db, ctx } = await aDesk()
    const older = await importing(db, first)
    const newer = await importing(db, second)
    const { hindrance } = await undoPlan(ctx, older)
    expect(hindrance).toMatchObject({ is: 'not_newest', first: { id: newer } })
    await expect(undoLicenses(ctx, older)).rejects.toThrow(Conflict)
    expect(await db.$count(venues)).toBe(5)
    await undoLicenses(ctx, newer)
    await undoLicenses(ctx, older)
    expect(await db.$count(venues)).toBe(0)
  })

  test('is not for an import from before changes were kept', async () => {
    const { db, ctx } = await aDesk()
    const id = await importing(db, first)
    const report = { rows: 4, venues: 4, added: 4, changed: 0, unchanged: 0 }
    const old = { ...report, repeatedRows: 0, repeatedHeaders: 0, problems: [] }
    await db.transaction((tx) => tx.update(licenseImports).set({ report: old }))
    expect((await undoPlan(ctx, id)).hindrance).toEqual({ is: 'too_old' })
    await expect(undoLicenses(ctx, id)).rejects.toThrow('cannot be taken back')
    expect(await db.$count(venues)).toBe(4)
  })

  test('happens once: of two at one moment the second does nothing, and a third is calm', async () => {
    const { db, ctx } = await aDesk()
    await importing(db, first)
    const id = await importing(db, second)
    await Promise.all([undoLicenses(ctx, id), undoLicenses(ctx, id)])
    await undoLicenses(ctx, id)
    expect(await db.$count(events, eq(events.kind, 'licenses.import_undone'))).toBe(1)
    expect(await db.$count(venues)).toBe(4)
    expect((await undoPlan(ctx, id)).hindrance).toMatchObject({ is: 'undone', at: testNow })
  })

  test('two equal submits are one', async () => {
    const { db, ctx } = await aDesk()
    const id = await importing(db, first)
    const twice = { ...ctx, origin: { ...ctx.origin, submission: 'a-form:1' } }
    await Promise.all([undoLicenses(twice, id), undoLicenses(twice, id)])
    expect(await db.$count(events, eq(events.kind, 'licenses.import_undone'))).toBe(1)
  })

  test.each([true, false])(
    'either keeps a venue or refuses who joins it (%s)',
    async (joinFirst) => {
      const { db, ctx } = await aDesk()
      const id = await importing(db, first)
      const venueId = await venueOf(db, 'A1')
      const person = await contextFor(db, await aPerson(db))
      const join = () => askToJoin(person, venueId, '')
      const undo = () => undoLicenses(ctx, id)
      const [one, other] = await Promise.allSettled(joinFirst ? [join(), undo()] : [undo(), join()])
      expect(one.status).toBe('fulfilled')
      if (joinFirst) expect(other.status).toBe('fulfilled')
      else expect(other).toMatchObject({ status: 'rejected', reason: expect.any(NotFound) })
      expect(await db.$count(venues)).toBe(joinFirst ? 1 : 0)
    },
  )

  test('is for coordinators', async () => {
    const { db } = await aDesk()
    const id = await importing(db, first)
    const person = await contextFor(db, await aPerson(db))
    await expect(undoLicenses(person, id)).rejects.toThrow(NotPermitted)
    await expect(undoPlan(person, id)).rejects.toThrow(NotPermitted)
    expect(await db.$count(licenseChanges)).toBe(0)
    expect(await db.$count(venues)).toBe(4)
  })
})
