import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { recordEvent } from '~/domain/events.server'
import { newId, type RemovalId, type StaffId } from '~/domain/ids'
import { keepLonger, letGoAfterAll } from '~/domain/privacy/keep-longer.server'
import { keepRetention } from '~/domain/privacy/keep-retention.server'
import { weeklyKinds } from '~/domain/privacy/retention-kinds.server'
import { removedLately, retentionList } from '~/domain/privacy/retention-list.server'
import { verifyRecord } from '~/domain/record/verify-record.server'
import { retention } from '~/domain/retention-schedule.server'
import { restoreStaff } from '~/domain/training/restore-staff.server'
import type { Database } from '~db/open.server'
import {
  eventDetails,
  events,
  joinRequests,
  outbox,
  placeInvitations,
  removals,
  rosterImports,
  staff,
  trainingRecords,
} from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aPerson,
  aProgram,
  atMoment,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

const day = 86_400_000
const later = (days: number) => new Date(testNow.getTime() + days * day)
/** `testNow` is a Sunday evening: its week ends a few hours later. */
const run = async (db: Database, days: number) => keepRetention(db, later(days), async () => {})
const none = { listed: 0, removed: 0 }

it('has code for each rule that is listed by the week, and a rule for each code', () => {
  const weekly = retention.rules.filter(({ how }) => how === 'listed').map(({ id }) => id)
  expect(Object.keys(weeklyKinds).sort()).toEqual(weekly.sort())
  expect(retention.keepLongerAtMostDays).toBeLessThanOrEqual(366)
})

describe('somebody who was taken off a staff list a year ago', () => {
  it('is listed once, and loses the name a week later and not before', async () => {
    const { db, id, coordinator } = await aRemovedBartender()
    expect(await run(db, 365)).toEqual(none)
    expect(await run(db, 365.5)).toEqual({ listed: 1, removed: 0 })
    expect(await run(db, 365.5)).toEqual(none)
    const { lines, total } = await retentionList(coordinator)
    expect(lines).toMatchObject([
      {
        rule: 'removed-staff',
        weeks: { from: '2026-11-16', to: '2026-11-22' },
        count: 1,
        venue: null,
        keptAt: null,
      },
    ])
    expect(total).toBe(1)
    // Listed on November 23, 2027 in New York: there until the end of the 30th.
    expect(lines[0]?.removeAfter).toEqual(new Date('2027-12-01T05:00:00Z'))
    expect(await run(db, 373.2)).toEqual(none)
    expect(await nameOf(db, id)).toBe('Rosa Delgado')
    expect(await run(db, 373.3)).toEqual({ listed: 0, removed: 1 })
    expect(await nameOf(db, id)).toBe('Name removed')
    expect(await db.$count(trainingRecords)).toBe(0)
    expect(await run(db, 800)).toEqual(none)
    expect(await removedLately(coordinator)).toMatchObject([
      {
        rule: 'removed-staff',
        weeks: { from: '2026-11-16', to: '2026-11-22' },
        count: 1,
        venue: null,
      },
    ])
  })

  it('is removed by nothing but a line of the list: one that comes too late waits for its own', async () => {
    const { db, id } = await aRemovedBartender()
    expect(await run(db, 2_000)).toEqual({ listed: 1, removed: 0 })
    expect(await nameOf(db, id)).toBe('Rosa Delgado')
  })

  it('leaves the list when the venue took them back, and cannot come back without a name', async () => {
    const { db, id, venueId } = await aRemovedBartender()
    const owner = await contextFor(db, await anOwner(db, venueId))
    await run(db, 366)
    await restoreStaff(owner, venueId, id)
    expect(await run(db, 400)).toEqual(none)
    expect(await db.$count(removals)).toBe(0)
    expect(await nameOf(db, id)).toBe('Rosa Delgado')

    await takeOff(db, id)
    await run(db, 400)
    await run(db, 410)
    await expect(restoreStaff(owner, venueId, id)).rejects.toThrow(Conflict)
  })

  it('goes once, though two processes run at the same moment', async () => {
    const { db } = await aRemovedBartender()
    const listed = await Promise.all([run(db, 366), run(db, 366)])
    expect(listed.map((each) => each.listed).sort()).toEqual([0, 1])
    const removed = await Promise.all([run(db, 380), run(db, 380)])
    expect(removed.map((each) => each.removed).sort()).toEqual([0, 1])
    expect(await db.$count(events, eq(events.kind, 'retention.removed'))).toBe(1)
  })
})

describe('a coordinator', () => {
  it('keeps a line longer for a reason, until the day, and it goes after that', async () => {
    const { db, id, line, coordinator } = await aListedBartender()
    const keep = { because: 'A claim is open.', until: '2028-03-01' }
    await keepLonger(coordinator, line, keep)
    expect(await run(db, 380)).toEqual(none)
    expect(await nameOf(db, id)).toBe('Rosa Delgado')
    const { lines } = await retentionList(coordinator)
    expect(lines).toMatchObject([
      { keptBecause: keep.because, keptByName: coordinator.actor.person.name },
    ])
    const [told] = await db.select().from(events).where(eq(events.kind, 'retention.kept'))
    expect(told?.facts).toEqual({ rule: 'removed-staff', until: keep.until })
    expect(told?.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await run(db, 466)).toEqual({ listed: 0, removed: 1 })
    expect((await verifyRecord(db)).findings).toEqual([])
  })

  it('lets it go after all: on its own day, or with the next run when that is over', async () => {
    const { db, id, line, coordinator } = await aListedBartender()
    await expect(letGoAfterAll(coordinator, line)).rejects.toThrow(Conflict)
    await keepLonger(coordinator, line, { because: 'A claim is open.', until: '2028-03-01' })
    await letGoAfterAll(coordinator, line)
    expect(await run(db, 367)).toEqual(none)
    await keepLonger(coordinator, line, { because: 'A claim is open.', until: '2028-03-01' })
    expect(await run(db, 390)).toEqual(none)
    await letGoAfterAll(atMoment(coordinator, later(390)), line)
    expect(await run(db, 390)).toEqual({ listed: 0, removed: 1 })
    expect(await nameOf(db, id)).toBe('Name removed')
    await expect(letGoAfterAll(coordinator, line)).rejects.toThrow(NotFound)
    expect(await db.$count(events, eq(events.kind, 'retention.let_go'))).toBe(2)
  })

  it('keeps nothing for more than a year, nor for less than it has', async () => {
    const { line, coordinator } = await aListedBartender()
    for (const until of ['2027-11-30', '2028-11-23', '9999-12-31']) {
      await expect(keepLonger(coordinator, line, { because: 'So.', until })).rejects.toThrow(
        Invalid,
      )
    }
    await keepLonger(coordinator, line, { because: 'So.', until: '2028-11-22' })
  })

  it('alone sees the list and changes it', async () => {
    const { db, line, coordinator } = await aListedBartender()
    const harbor = await aDistrict(db, 'Harbor')
    const oneFactor = await contextFor(db, coordinator.actor.person.id, testNow, ['password'])
    for (const other of [
      oneFactor,
      await contextFor(db, await aLiaison(db, harbor)),
      await contextFor(db, await anOwner(db, await aVenue(db))),
    ]) {
      await expect(retentionList(other)).rejects.toThrow(NotPermitted)
      await expect(removedLately(other)).rejects.toThrow(NotPermitted)
      const keep = { because: 'So.', until: '2028-03-01' }
      await expect(keepLonger(other, line, keep)).rejects.toThrow(NotPermitted)
      await expect(letGoAfterAll(other, line)).rejects.toThrow(NotPermitted)
    }
  })
})

describe('the details of old events', () => {
  it('go by the week and the chain holds, also where one week is kept longer than the next', async () => {
    const { db, coordinator } = await aTown()
    const at = [0, 1, 2, 9, 16, 400].map(later)
    for (const each of at) await happening(db, each)
    expect(await run(db, 366)).toEqual({ listed: 1, removed: 0 })
    const [first] = (await retentionList(coordinator)).lines
    expect(first).toMatchObject({ weeks: { from: '2026-11-16', to: '2026-11-22' }, count: 1 })
    await keepLonger(atMoment(coordinator, later(366)), first?.id as RemovalId, {
      because: 'Somebody misused an account.',
      until: '2028-06-01',
    })
    // Two weeks that are due at once are one line.
    expect(await run(db, 380)).toEqual({ listed: 1, removed: 0 })
    const [second] = (await retentionList(coordinator)).lines
    expect(second).toMatchObject({ weeks: { from: '2026-11-23', to: '2026-12-06' }, count: 3 })
    expect((await run(db, 390)).removed).toBe(1)
    expect(await verifyRecord(db)).toMatchObject({ findings: [], erased: 3 })
    expect(await erased(db)).toBe(3)

    // What came after was listed by that run, and what was kept goes after its day.
    expect(await run(db, 600)).toEqual({ listed: 0, removed: 2 })
    expect(await verifyRecord(db)).toMatchObject({ findings: [], erased: 5 })
    expect(await erased(db)).toBe(5)
  })
})

it('removes mail, requests, invitations, records and reports of imports when their days are over, and only those', async () => {
  const { db, venueId } = await aTown()
  const owner = await anOwner(db, venueId)
  const asking = await aPerson(db)
  await oldThings(db, venueId, owner, asking)
  expect(await run(db, 90)).toEqual(none)
  expect((await run(db, 91)).listed).toBe(3)
  expect((await run(db, 100)).removed).toBe(3)
  const mails = await db.select().from(outbox)
  expect(mails.map(({ address, facts, state }) => [address, facts, state]).sort()).toEqual([
    ['', {}, 'held'],
    ['', {}, 'sent'],
    ['wanda@example.com', { word: 'one' }, 'queued'],
  ])
  expect(await db.select().from(joinRequests)).toMatchObject([
    { words: null, codeHash: null, codeSealed: null, state: 'set_aside', reason: 'Later.' },
  ])
  expect(await db.$count(placeInvitations)).toBe(1)
  expect((await run(db, 366)).listed).toBe(3)
  expect((await run(db, 380)).removed).toBe(3)
  expect(await db.$count(placeInvitations)).toBe(0)
  expect((await db.select().from(trainingRecords)).map(({ removedAt }) => removedAt)).toEqual([
    null,
  ])
  const [report] = await db.select().from(rosterImports)
  expect(report).toMatchObject({
    changes: null,
    report: { people: { new: 4 }, problems: [], notes: [] },
  })
  expect(JSON.stringify(await db.select().from(rosterImports))).not.toContain('Rosa')
})

async function aTown() {
  const db = aDatabase()
  await aProgram(db)
  const coordinator = await contextFor(db, await aCoordinator(db))
  return { db, venueId: await aVenue(db), coordinator }
}

async function aRemovedBartender() {
  const town = await aTown()
  const { db, venueId } = town
  const id: StaffId = newId('stf')
  await db.transaction(async (tx) => {
    await tx.insert(staff).values({
      ...{ id, venueId, name: 'Rosa Delgado', position: 'bartender', aliasNumber: 1 },
      ...{ onLeave: false, createdAt: testNow, updatedAt: testNow, removedAt: testNow },
    })
    await tx.insert(trainingRecords).values(aRecord(id, venueId, null))
  })
  return { ...town, id }
}

async function aListedBartender() {
  const bartender = await aRemovedBartender()
  const { db, coordinator } = bartender
  await run(db, 365.5)
  const [line] = await db.select().from(removals)
  return {
    ...bartender,
    line: line?.id as RemovalId,
    coordinator: atMoment(coordinator, later(365.5)),
  }
}

function aRecord(
  staffId: StaffId,
  venueId: Awaited<ReturnType<typeof aVenue>>,
  removedAt: Date | null,
) {
  return {
    ...{ id: newId('rec'), staffId, venueId, type: 'server', completedOn: '2026-01-05' as const },
    ...{ state: 'claimed' as const, createdAt: testNow, removedAt },
  }
}

async function oldThings(
  db: Database,
  venueId: Awaited<ReturnType<typeof aVenue>>,
  personId: Awaited<ReturnType<typeof aPerson>>,
  asking: Awaited<ReturnType<typeof aPerson>>,
) {
  const mail = {
    ...{ kind: 'things-due', address: 'wanda@example.com', locale: 'en' as const },
    ...{ facts: { word: 'one' }, createdAt: testNow, nextTryAt: testNow, tries: 1 },
  }
  const id: StaffId = newId('stf')
  const counts = { new: 4, changed: 0, unchanged: 0, refused: 1 }
  await db.transaction(async (tx) => {
    await tx.insert(outbox).values([
      { ...mail, id: newId('mai'), state: 'sent', sentAt: testNow },
      { ...mail, id: newId('mai'), state: 'held', letGoAt: testNow },
      { ...mail, id: newId('mai'), state: 'queued' },
    ])
    await tx.insert(joinRequests).values({
      ...{ id: newId('joi'), venueId, personId: asking, membershipId: newId('mem') },
      ...{ state: 'set_aside', words: 'I own it.', decidedAt: testNow, reason: 'Later.' },
      ...{ decidedBy: personId, createdAt: testNow },
    })
    await tx.insert(placeInvitations).values({
      ...{ id: newId('pin'), tokenHash: 'x', email: 'a@example.com', name: 'A', role: 'helper' },
      ...{ venueId, invitedBy: personId, createdAt: testNow, sentAt: testNow, expiresAt: testNow },
    })
    await tx.insert(staff).values({
      ...{ id, venueId, name: 'Ben Ito', position: 'server', aliasNumber: 1, onLeave: false },
      ...{ createdAt: testNow, updatedAt: testNow },
    })
    await tx
      .insert(trainingRecords)
      .values([aRecord(id, venueId, testNow), aRecord(id, venueId, null)])
    await tx.insert(rosterImports).values({
      ...{
        id: newId('imp'),
        venueId,
        fileName: 'a.csv',
        fileKey: '',
        fileDigest: 'd',
        state: 'done',
      },
      report: {
        ...{ people: counts, records: counts, notes: ['Rosa stands there twice.'] },
        problems: [{ row: 2, column: 'Name', cell: 'Rosa', why: 'x', mend: 'y' }],
      },
      changes: { staffAdded: [], recordsAdded: [], staffBefore: [], recordsBefore: [] },
      ...{ createdBy: personId, createdAt: testNow, doneAt: testNow },
    })
  })
}

function happening(db: Database, at: Date) {
  const origin = { requestId: null, sessionId: null, submission: null, device: 'Firefox' }
  return db.transaction((tx) =>
    recordEvent(tx, {
      ...{ kind: 'person.signed_in', actor: null, at },
      origin: { ...origin, address: '203.0.113.7' },
    }),
  )
}

function erased(db: Database) {
  return db.$count(eventDetails, eq(eventDetails.erasedUnder, 'event-details'))
}

function takeOff(db: Database, id: StaffId) {
  return db.transaction((tx) =>
    tx.update(staff).set({ removedAt: testNow }).where(eq(staff.id, id)),
  )
}

async function nameOf(db: Database, id: StaffId) {
  return (await db.select().from(staff).where(eq(staff.id, id)))[0]?.name
}
