import { describe, expect, test } from 'vitest'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { giveBackCertificate } from '~/domain/certificates/give-back-certificate.server'
import { NotPermitted } from '~/domain/errors'
import { newId, type VenueId } from '~/domain/ids'
import { currentStandardSet, programOf } from '~/domain/standards/program.server'
import { countForTheFirstTime, refreshStandings } from '~/domain/standings/refresh-standings.server'
import { askToJoin } from '~/domain/venues/ask-to-join.server'
import { coordinatorHome } from '~/domain/venues/coordinator-home.server'
import { coordinatorVenue } from '~/domain/venues/coordinator-venue.server'
import { type VenueFilter, venuesPage } from '~/domain/venues/coordinator-venues.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { keptStanding, standingAt, venuesByStanding } from '~/domain/venues/venue-standing.server'
import type { Database } from '~db/open.server'
import { applications, outbox, rounds, venueStandings, venues } from '~db/schema'
import { type ApplicationState, type VenueStanding, whereVenuesStand } from '~db/vocabulary'
import { anAccreditedVenue } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

keepSecret('a secret for tests, with more than enough characters')

const all: VenueFilter = { words: '', district: '', standing: null, after: null }

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  expect((await currentStandardSet(db)).standards.length).toBeGreaterThan(0)
  return { db, ctx: await contextFor(db, await aCoordinator(db)) }
}

async function anApplication(
  db: Database,
  venueId: VenueId,
  state: ApplicationState,
  shared: boolean,
) {
  const startedBy = await anOwner(db, venueId)
  const { standardSetId } = await programOf(db)
  const id = newId('app')
  await db.transaction(async (tx) => {
    await tx.insert(applications).values({
      id,
      venueId,
      kind: 'initial',
      state,
      revision: 1,
      stateSince: testNow,
      standardSetId,
      startedBy,
      startedAt: testNow,
    })
    if (!shared) return
    const round = { id: newId('rou'), applicationId: id, number: 1, reference: id, words: '' }
    await tx
      .insert(rounds)
      .values({ ...round, sharedBy: startedBy, sharedAt: testNow, hearBy: '2026-12-04' })
  })
}

async function standingOf({ ctx }: Awaited<ReturnType<typeof aDesk>>, venueId: VenueId) {
  return (await coordinatorVenue(ctx, venueId)).standing
}

describe('where a venue stands', () => {
  test.each<[VenueStanding, (db: Database, id: VenueId) => Promise<unknown>]>([
    ['not_invited', async () => undefined],
    ['team', (db, id) => anOwner(db, id)],
    ['team', (db, id) => anApplication(db, id, 'exploring', false)],
    ['team', (db, id) => anApplication(db, id, 'drafting', false)],
    ['team', (db, id) => anApplication(db, id, 'paused', false)],
    ['team', (db, id) => anApplication(db, id, 'stepped_away', false)],
    ['team', (db, id) => anApplication(db, id, 'drafting', true)],
    ['shared', (db, id) => anApplication(db, id, 'shared', true)],
    ['paused', (db, id) => anApplication(db, id, 'paused', true)],
    ['accredited', (db, id) => anApplication(db, id, 'accredited', true)],
  ])('reads %s, and nothing of a draft', async (standing, happen) => {
    const desk = await aDesk()
    const venueId = await aVenue(desk.db)
    await happen(desk.db, venueId)
    expect(await standingOf(desk, venueId)).toBe(standing)
  })

  test('an invitation, and one that ran out', async () => {
    const desk = await aDesk()
    const venueId = await aVenue(desk.db)
    await inviteVenue(desk.ctx, venueId, { email: '' })
    expect(await standingOf(desk, venueId)).toBe('invited')
    const later = { ...desk.ctx, now: new Date(testNow.getTime() + 61 * 86_400_000) }
    expect((await coordinatorVenue(later, venueId)).standing).toBe('invitation_over')
    await askToJoin(await contextFor(desk.db, await aPerson(desk.db)), venueId, '')
    expect(await standingOf(desk, venueId)).toBe('asked')
  })
})

test('a certificate that was given back, or came to its date, accredits nobody any more', async () => {
  const desk = await aDesk()
  const { venueId, owner } = await anAccreditedVenue(desk.db)
  const later = { ...desk.ctx, now: new Date(testNow.getTime() + 3 * 365 * 86_400_000) }
  expect(await standingOf(desk, venueId)).toBe('accredited')
  expect(await standingOf({ ...desk, ctx: later }, venueId)).toBe('team')
  await giveBackCertificate(owner, venueId, { reason: '' })
  expect(await standingOf(desk, venueId)).toBe('team')
})

test('what is kept of where venues stand equals what is read anew, whatever happened since', async () => {
  const { db, ctx } = await aDesk()
  const [invited, asked] = [await aVenue(db), await aVenue(db)]
  const given = await anAccreditedVenue(db)
  await anAccreditedVenue(db)
  await inviteVenue(ctx, invited, { email: '' })
  await askToJoin(await contextFor(db, await aPerson(db)), asked, '')
  await refreshStandings(db, testNow)
  expect((await db.select().from(venueStandings)).map(({ standing }) => standing).sort()).toEqual([
    'accredited',
    'accredited',
    'asked',
    'invited',
  ])
  expect(await allStandings(db, testNow)).toBe('accredited accredited asked invited')
  await giveBackCertificate(given.owner, given.venueId, { reason: '' })
  expect(await allStandings(db, testNow)).toBe('accredited team asked invited')
  const afterTheCode = new Date(testNow.getTime() + 60 * 86_400_000 + 1)
  expect(await allStandings(db, afterTheCode)).toContain('asked invitation_over')
  const afterAll = new Date(testNow.getTime() + 3 * 365 * 86_400_000)
  expect(await allStandings(db, afterAll)).toBe('team team asked invitation_over')
})

/** The standings of all venues as kept, the farthest first; they must be as read anew. */
async function allStandings(db: Database, now: Date): Promise<string> {
  const [kept, anew] = [await keptStanding(db, now), await standingAt(db, now)]
  const rows = await db.select({ kept: kept.as('kept'), anew: anew.as('anew') }).from(venues)
  expect(rows.map((row) => row.kept)).toEqual(rows.map((row) => row.anew))
  const counts = await venuesByStanding(db, now)
  for (const [standing, count] of counts) {
    expect(rows.filter((row) => row.anew === standing)).toHaveLength(count)
  }
  return rows
    .map((row) => row.anew)
    .sort((a, b) => whereVenuesStand.indexOf(b) - whereVenuesStand.indexOf(a))
    .join(' ')
}

describe('the list of venues', () => {
  test('is found by words, district and standing, with its count', async () => {
    const { db, ctx } = await aDesk()
    const north = await aDistrict(db, 'North')
    const lantern = await aVenue(db, { name: 'The Lantern', districtId: north })
    const bell = await aVenue(db, { name: 'The Bell' })
    await anOwner(db, bell)
    const idsFor = async (filter: Partial<VenueFilter>) => {
      const { venues, total } = await venuesPage(ctx, { ...all, ...filter })
      expect(total).toBe(venues.length)
      return venues.map(({ id }) => id)
    }
    expect(await idsFor({})).toEqual([bell, lantern])
    expect(await idsFor({ words: 'lan' })).toEqual([lantern])
    expect(await idsFor({ district: 'north' })).toEqual([lantern])
    expect(await idsFor({ district: 'none' })).toEqual([bell])
    await countForTheFirstTime(db, testNow)
    expect(await idsFor({ standing: 'team' })).toEqual([bell])
    await refreshStandings(db, testNow)
    expect(await idsFor({ standing: 'team' })).toEqual([bell])
    expect(await idsFor({ standing: 'not_invited' })).toEqual([lantern])
    expect(await idsFor({ standing: 'team', words: 'lantern' })).toEqual([])
  })

  test('goes on by key, past names that are the same, in as many queries as at first', async () => {
    const { db, ctx } = await aDesk()
    for (let i = 0; i < 120; i += 1) await aVenue(db, { name: `Bar ${i % 3}` })
    const first = await venuesPage(ctx, all)
    const second = await venuesPage(ctx, { ...all, after: first.next })
    const third = await venuesPage(ctx, { ...all, after: second.next })
    const ids = [first, second, third].flatMap(({ venues }) => venues.map(({ id }) => id))
    expect(ids).toHaveLength(120)
    expect(new Set(ids).size).toBe(120)
    expect([first.next, second.next, third.next].map((next) => next !== null)).toEqual([
      true,
      true,
      false,
    ])
    expect(await countQueries(() => venuesPage(ctx, { ...all, after: first.next }))).toBe(3)
  })

  test('is for coordinators', async () => {
    const { db } = await aDesk()
    const owner = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(venuesPage(owner, all)).rejects.toThrow(NotPermitted)
    await expect(coordinatorHome(owner)).rejects.toThrow(NotPermitted)
    const id = await aVenue(db)
    await expect(coordinatorVenue(owner, id)).rejects.toThrow(NotPermitted)
  })
})

test('the coordinator’s home counts every venue once, and names mail that is held', async () => {
  const { db, ctx } = await aDesk()
  const [invited, asked] = [await aVenue(db), await aVenue(db), await aVenue(db)]
  await inviteVenue(ctx, invited, { email: 'bar@example.com' })
  await askToJoin(await contextFor(db, await aPerson(db)), asked, '')
  await db.transaction((tx) => tx.update(outbox).set({ state: 'held', problem: 'No such box.' }))
  const home = await coordinatorHome(ctx)
  expect(Object.fromEntries(home.counts)).toEqual({ not_invited: 1, invited: 1, asked: 1 })
  expect(home.requests.total).toBe(1)
  expect(home).toMatchObject({ open: 1, over: 0, stuck: 2 })
  expect(home.mail.map(({ problem }) => problem)).toEqual(['No such box.', 'No such box.'])
})
