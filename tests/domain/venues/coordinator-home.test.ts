import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { normalizedCode } from '~/domain/accounts/typed-code'
import type { Day } from '~/domain/dates'
import { NotPermitted } from '~/domain/errors'
import type { EventKind } from '~/domain/events'
import { recordEvent } from '~/domain/events.server'
import type { VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { claimVenue } from '~/domain/venues/claim-venue.server'
import { coordinatorHome } from '~/domain/venues/coordinator-home.server'
import { liaisonsByDistrict, waitingByLiaison } from '~/domain/venues/coordinator-liaisons.server'
import { waitingPage } from '~/domain/venues/coordinator-waiting.server'
import { waitingTask } from '~/domain/venues/coordinator-waiting-view.server'
import { medianDays } from '~/domain/venues/funnel'
import { funnelOf } from '~/domain/venues/funnel.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { turnaroundOf } from '~/domain/venues/turnaround.server'
import type { Database } from '~db/open.server'
import { applications, program, responses, rounds } from '~db/schema'
import { anAccreditedVenue, aReadyVenue } from '~tests/support/certificates'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSentResponse, aSharedRound, aTeamThatWrites } from '~tests/support/rounds'
import { codeFor } from '~tests/support/visits'

const day = 86_400_000
const since = new Date('2025-11-22T00:00:00Z')

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  return { db, ctx: await contextFor(db, await aCoordinator(db)) }
}

/** Something that happened with a venue, so many days before the moment of the tests. */
async function happened(db: Database, venueId: VenueId, kind: EventKind, daysAgo: number) {
  const at = new Date(testNow.getTime() - daysAgo * day)
  await db.transaction((tx) => recordEvent(tx, { kind, actor: null, at, origin: null, venueId }))
}

describe('the funnel', () => {
  test('counts the first time of each step, lately and ever, with the median days', async () => {
    const { db, ctx } = await aDesk()
    const [old, quick, slow, asked, repeats] = [
      await aVenue(db),
      await aVenue(db),
      await aVenue(db),
      await aVenue(db),
      await aVenue(db),
    ]
    await happened(db, old, 'venue.invited', 500)
    await happened(db, old, 'venue.claimed', 490)
    await happened(db, quick, 'venue.invited', 100)
    await happened(db, quick, 'venue.claimed', 98)
    await happened(db, slow, 'venue.invited', 100)
    await happened(db, slow, 'venue.claimed', 60)
    await happened(db, asked, 'venue.join_confirmed', 30)
    for (const ago of [20, 10, 5]) await happened(db, asked, 'application.shared', ago)
    // Invited after it had joined: it took both steps, and not in this order.
    await happened(db, repeats, 'venue.join_confirmed', 50)
    await happened(db, repeats, 'venue.invited', 40)
    await happened(db, repeats, 'policy.started', 40)

    const [invited, joined, shared, heard, accredited] = await funnelOf(ctx, since)
    expect(invited).toEqual({ step: 'invited', ever: 4, lately: 3, days: null })
    expect(joined).toEqual({
      step: 'joined',
      ever: 5,
      lately: 4,
      days: { of: { ever: 3, lately: 2 }, ever: 10, lately: 2 },
    })
    expect(shared).toMatchObject({ ever: 1, lately: 1, days: { ever: 10, lately: 10 } })
    expect(heard).toMatchObject({ ever: 0, days: { of: { ever: 0, lately: 0 }, ever: null } })
    expect(accredited).toMatchObject({ ever: 0, lately: 0 })
  })

  test('reads what the verbs themselves write', async () => {
    const { db, ctx } = await aDesk()
    await anAccreditedVenue(db)
    const invited = await aVenue(db)
    await inviteVenue(ctx, invited, { email: 'bar@example.com' })
    const code = normalizedCode(await codeFor(db, 'bar@example.com'))
    await claimVenue(await contextFor(db, await aPerson(db)), code)
    const counts = (await funnelOf(ctx, since)).map(({ step, lately }) => [step, lately])
    expect(Object.fromEntries(counts)).toEqual({
      invited: 1,
      joined: 1,
      shared: 1,
      heard_back: 1,
      accredited: 1,
    })
  })

  test('a median is the fewest days within which half came', () => {
    const taken = (...all: [number, number][]) =>
      all.map(([days, ever]) => ({ days, ever, lately: 0 }))
    expect(medianDays(taken([9, 1], [1, 1]), 'ever')).toBe(1)
    expect(medianDays(taken([1, 1], [2, 1], [9, 1]), 'ever')).toBe(2)
    expect(medianDays(taken([0, 5], [30, 4]), 'ever')).toBe(0)
    expect(medianDays(taken([3, 1]), 'lately')).toBeNull()
    expect(medianDays([], 'ever')).toBeNull()
  })
})

test('feedback kept its promise when it went out on the day that the venue was told, or before', async () => {
  const { db, ctx } = await aDesk()
  expect(await turnaroundOf(ctx, since)).toEqual({ answered: 0, kept: 0, days: null })
  const { responseId, roundId } = await aSentResponse(db)
  const on = async (hearBy: Day, sentAt: string) => {
    await db.transaction(async (tx) => {
      await tx.update(rounds).set({ hearBy }).where(eq(rounds.id, roundId))
      const sent = { sentAt: new Date(sentAt) }
      await tx.update(responses).set(sent).where(eq(responses.id, responseId))
    })
    return turnaroundOf(ctx, since)
  }
  // Just before midnight in Washington, which is the next day in UTC; then just after.
  expect(await on('2026-11-24', '2026-11-25T04:59:00Z')).toEqual({ answered: 1, kept: 1, days: 2 })
  expect(await on('2026-11-24', '2026-11-25T05:01:00Z')).toEqual({ answered: 1, kept: 0, days: 2 })
  expect((await turnaroundOf(ctx, new Date('2026-11-26'))).answered).toBe(0)
})

describe('who waits for whom', () => {
  test('what waits to be read, the oldest promise first, past ones told plainly', async () => {
    const { db, ctx } = await aDesk()
    const { applicationId, districtId, liaisonId } = await aSharedRound(db)
    const other = await aReadyVenue(db, { name: 'Foghorn Hall', districtId })
    await db.transaction(async (tx) => {
      const overdue = { hearBy: '2026-11-20' as Day, state: 'shared' as const, liaisonId: null }
      await tx.update(applications).set(overdue).where(eq(applications.id, other.applicationId))
    })
    const { rows, total } = await waitingPage(ctx, { view: 'liaison' })
    expect(rows.map(({ venue }) => venue)).toEqual(['Foghorn Hall', 'The Lantern Room'])
    expect(total).toBe(2)

    const liaisons = await liaisonsByDistrict(db)
    const facts = { liaisons, program: await programOf(db), today: '2026-11-22' as Day }
    const [overdue, inTime] = rows.map((row) => waitingTask('liaison', row, facts))
    expect(overdue).toMatchObject({ status: '2 days past the promise', tone: 'next' })
    expect(overdue?.detail).toContain('Nobody has begun to read; it waits for Sgt. Person')
    expect(inTime).toMatchObject({ id: applicationId, status: 'Hears by Dec 4', tone: 'soft' })

    // Two liaisons in one district: the line is the district's, until one begins to read.
    const lines = await waitingByLiaison(ctx, liaisons, '2026-11-22')
    expect(lines).toMatchObject([{ district: { name: 'Harbor' }, waiting: 2, overdue: 1 }])
    await db.transaction((tx) =>
      tx.update(applications).set({ liaisonId }).where(eq(applications.id, applicationId)),
    )
    const split = await waitingByLiaison(ctx, liaisons, '2026-11-22')
    expect(split).toMatchObject([
      { waiting: 1, overdue: 1, district: { name: 'Harbor' } },
      { waiting: 1, overdue: 0, liaisons: [{ id: liaisonId }], district: null },
    ])
  })

  test('narrows by district and by liaison, and goes on by key', async () => {
    const { db, ctx } = await aDesk()
    const first = await aReadyVenue(db)
    const second = await aReadyVenue(db)
    const third = await aReadyVenue(db, { districtId: second.districtId })
    const ids = async (filter: Partial<Parameters<typeof waitingPage>[1]>) =>
      (await waitingPage(ctx, { view: 'certificate', ...filter })).rows.map(({ id }) => id)
    const all = [first.applicationId, second.applicationId, third.applicationId].sort()
    expect(await ids({})).toEqual(all)
    expect(await ids({ liaison: first.liaison.actor.person.id })).toEqual([first.applicationId])
    expect(await ids({ liaison: await aLiaison(db, await aDistrict(db)) })).toEqual([])
    expect(await ids({ district: 'no-such-district' })).toEqual([])
    const page = await waitingPage(ctx, { view: 'certificate', most: 2 })
    expect(page.total).toBe(3)
    expect(await ids({ after: page.next, most: 2 })).toEqual(all.slice(2))
  })

  test('says who found a venue ready, and that a second person issues where two accredit', async () => {
    const { db, ctx } = await aDesk()
    await aReadyVenue(db)
    const [row] = (await waitingPage(ctx, { view: 'certificate' })).rows
    if (!row) throw new Error('Nothing waits for its certificate.')
    expect(row.readyBy).toMatch(/^Sgt\. Person \d+$/)
    const known = await programOf(db)
    const liaisons = await liaisonsByDistrict(db)
    const detail = (accreditedBy: 1 | 2) => {
      const settings = { ...known.settings, accreditedBy }
      const facts = { liaisons, program: { ...known, settings }, today: '2026-11-22' as Day }
      return waitingTask('certificate', row, facts).detail
    }
    expect(detail(1)).toMatch(/found everything in place$/)
    expect(detail(2)).toMatch(/a second person issues the certificate$/)
  })

  test('knows nothing of a draft, and puts no pressure on a venue', async () => {
    const { db, ctx } = await aDesk()
    const { venueId } = await aTeamThatWrites(db)
    for (const view of ['liaison', 'certificate', 'venue'] as const) {
      expect((await waitingPage(ctx, { view })).total).toBe(0)
    }
    expect(JSON.stringify(await coordinatorHome(ctx))).not.toContain(venueId)
  })

  test('a venue that has its letter is at its own pace', async () => {
    const { db, ctx } = await aDesk()
    await aSentResponse(db)
    const home = await coordinatorHome(ctx)
    expect(home.waiting).toMatchObject({ liaison: { total: 0 }, venue: { total: 1 } })
    expect(home.waiting.venue.tasks[0]).toMatchObject({
      status: 'Since November 22, 2026',
      tone: 'soft',
    })
  })
})

describe('the home page', () => {
  test('asks the database as often for many venues as for few', async () => {
    const { db, ctx } = await aDesk()
    await aReadyVenue(db)
    const few = await countQueries(() => coordinatorHome(ctx))
    for (let i = 0; i < 8; i += 1) await aReadyVenue(db)
    expect(await countQueries(() => coordinatorHome(ctx))).toBe(few)
    expect(few).toBe(23)
    const pages = await countQueries(() => waitingPage(ctx, { view: 'certificate' }))
    expect(pages).toBe(2)
  })

  test('is for coordinators', async () => {
    const { db } = await aDesk()
    const liaison = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    const owner = await contextFor(db, await anOwner(db, await aVenue(db)))
    for (const who of [liaison, owner]) {
      await expect(coordinatorHome(who)).rejects.toThrow(NotPermitted)
      await expect(waitingPage(who, { view: 'venue' })).rejects.toThrow(NotPermitted)
      await expect(funnelOf(who, since)).rejects.toThrow(NotPermitted)
      await expect(turnaroundOf(who, since)).rejects.toThrow(NotPermitted)
      await expect(waitingByLiaison(who, new Map(), '2026-11-22')).rejects.toThrow(NotPermitted)
    }
    expect(await db.$count(program)).toBe(1)
  })
})
