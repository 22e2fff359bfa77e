import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { deskOf } from '~/domain/applications/desk.server'
import { markSeen } from '~/domain/applications/look.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { replyTo } from '~/domain/feedback/reply.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { type ApplicationId, type DistrictId, newId, type PersonId } from '~/domain/ids'
import { startPolicy } from '~/domain/policies/start-policy.server'
import type { Database } from '~db/open.server'
import { applicationAccess, applications, rounds, venues } from '~db/schema'
import type { AccessKind } from '~db/vocabulary'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  atMoment,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSentResponse, aSharedRound, aStaffMember } from '~tests/support/rounds'

describe('a liaison’s desk', () => {
  it('lists what waits, the oldest promise first', async () => {
    const db = aDatabase()
    const { liaison, districtId, applicationId } = await aSharedRound(db)
    const earlier = await anotherShare(db, districtId, 'The Otter')
    await db.transaction((tx) =>
      tx.update(applications).set({ hearBy: '2026-11-23' }).where(eq(applications.id, earlier)),
    )
    const desk = await deskOf(liaison, { view: 'waiting' })
    expect(desk.rows.map(({ id }) => id)).toEqual([earlier, applicationId])
    expect(desk.rows[0]?.promise).toBe('They hear by November 23, 2026, in 1 day')
    expect(desk.counts).toEqual({ waiting: 2, ready: 0, with_venue: 0, resting: 0 })
  })

  it('knows nothing of what was never shared, and nothing of other districts', async () => {
    const db = aDatabase()
    const { liaison, districtId } = await aSharedRound(db)
    const drafting = await aVenue(db, { districtId })
    const owner = await contextFor(db, await anOwner(db, drafting))
    await startApplication(owner, drafting)
    await startPolicy(owner, drafting, { template: '', title: 'A draft' })
    const elsewhere = await aDistrict(db)
    await anotherShare(db, elsewhere, 'Far Away')

    const { counts, rows } = await deskOf(liaison, { view: 'waiting' })
    expect([counts.waiting, rows.map(({ venue }) => venue)]).toEqual([1, ['The Lantern Room']])
    const coordinator = await contextFor(db, await aCoordinator(db))
    expect((await deskOf(coordinator, { view: 'waiting' })).counts.waiting).toBe(2)
    const other = await contextFor(db, await aLiaison(db, elsewhere))
    expect((await deskOf(other, { view: 'waiting' })).rows).toHaveLength(1)
  })

  it('moves a venue along, and finds it by a word of its name', async () => {
    const db = aDatabase()
    const { liaison } = await aSentResponse(db)
    expect((await deskOf(liaison, { view: 'waiting' })).rows).toEqual([])
    const found = await deskOf(liaison, { view: 'with_venue', words: 'lantern' })
    expect(found.rows.map(({ state }) => state)).toEqual(['With the venue since November 22, 2026'])
    expect((await deskOf(liaison, { view: 'with_venue', words: 'otter' })).rows).toEqual([])
  })

  it('says in whose hands a venue is', async () => {
    const db = aDatabase()
    const { liaison, districtId, applicationId } = await aSharedRound(db)
    const hands = async (ctx = liaison) => (await deskOf(ctx, { view: 'waiting' })).rows[0]?.hands
    expect(await hands()).toBe('In nobody’s hands yet')
    await startResponse(liaison, applicationId)
    expect(await hands()).toBe('In your hands')
    const colleague = await contextFor(db, await aLiaison(db, districtId))
    expect(await hands(colleague)).toBe(`In the hands of Sgt. ${liaison.actor.person.name}`)
    const coordinator = await contextFor(db, await aCoordinator(db))
    expect(await hands(coordinator)).toBe(await hands(colleague))
  })

  it('leaves out what somebody stepped back from, and has what they are a guest of', async () => {
    const db = aDatabase()
    const { liaison, applicationId } = await aSharedRound(db)
    const guest = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    expect((await deskOf(liaison, { view: 'waiting' })).counts.waiting).toBe(1)
    await anAccess(db, applicationId, liaison.actor.person.id, 'recused')
    await anAccess(db, applicationId, guest.actor.person.id, 'second_look')
    const left = await deskOf(liaison, { view: 'waiting' })
    expect([left.counts.waiting, left.rows]).toEqual([0, []])
    const { counts, rows } = await deskOf(guest, { view: 'waiting' })
    expect([counts.waiting, rows[0]?.guest]).toEqual([1, 'You were asked for a second look'])
    await db.transaction((tx) => tx.update(applicationAccess).set({ endedAt: testNow }))
    expect((await deskOf(guest, { view: 'waiting' })).rows).toEqual([])
    expect((await deskOf(liaison, { view: 'waiting' })).rows).toHaveLength(1)
  })

  it('narrows to a district and to renewals, and offers districts where there are several', async () => {
    const db = aDatabase()
    const { liaison, districtId, applicationId } = await aSharedRound(db)
    expect((await deskOf(liaison, { view: 'waiting' })).districts).toEqual([])
    const quay = await aDistrict(db, 'Quay')
    await aMembership(db, liaison.actor.person.id, 'liaison', { districtId: quay })
    const other = await anotherShare(db, quay, 'The Otter')
    await db.transaction((tx) =>
      tx.update(applications).set({ kind: 'renewal' }).where(eq(applications.id, other)),
    )
    const both = await contextFor(db, liaison.actor.person.id)
    const ids = async (filter: { district?: string; kind?: 'initial' | 'renewal' }) =>
      (await deskOf(both, { view: 'waiting', ...filter })).rows.map(({ id }) => id)
    const { districts } = await deskOf(both, { view: 'waiting' })
    expect(districts.map(({ value }) => value)).toContain('quay')
    expect(await ids({ district: 'quay' })).toEqual([other])
    expect(await ids({ kind: 'renewal' })).toEqual([other])
    expect(await ids({ kind: 'initial' })).toEqual([applicationId])
    expect(await ids({ district: 'nowhere' })).toEqual([])
    expect(districtId).not.toBe(quay)
  })

  it('asks the database as often for three hundred as for one', async () => {
    const db = aDatabase()
    const { liaison, districtId } = await aSharedRound(db)
    // What is kept until the next commit is read once before anything is counted.
    const asked = async () => {
      await deskOf(liaison, { view: 'waiting' })
      return countQueries(() => deskOf(liaison, { view: 'waiting' }))
    }
    const one = await asked()
    for (let made = 0; made < 2; made += 1) await anotherShare(db, districtId, `Venue ${made}`)
    expect(await asked()).toBe(one)
    await manyShares(db, districtId, 297)
    expect(await asked()).toBe(one)
    expect(one).toBe(4)
    await markSeen(liaison, testNow)
    expect(await asked()).toBe(6)
  })

  it('marks what others did since the last look, and can show that alone', async () => {
    const db = aDatabase()
    const story = await aSentResponse(db)
    const { owner, responseId } = story
    const at = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
    const liaison = atMoment(story.liaison, at(10))
    const view = 'with_venue' as const
    await markSeen(liaison, at(10))
    const before = await deskOf(liaison, { view, changed: 'yes' })
    expect([before.rows, before.news.count]).toEqual([[], 0])

    await replyTo(atMoment(owner, at(20)), responseId, { words: 'Thank you.', about: '' })
    await replyTo(atMoment(liaison, at(21)), responseId, { words: 'Gladly.', about: '' })
    const { rows, news } = await deskOf(liaison, { view, changed: 'yes' })
    expect([rows[0]?.news, news.count]).toEqual(['New: a reply', 1])

    await markSeen(atMoment(liaison, at(30)), at(15))
    expect((await deskOf(liaison, { view })).news.count).toBe(1)
    await markSeen(atMoment(liaison, at(30)), at(99))
    await markSeen(atMoment(liaison, at(31)), at(5))
    expect((await deskOf(liaison, { view })).rows[0]?.news).toBe('')
  })

  it('tells nothing of what a venue drafts, not even as news', async () => {
    const db = aDatabase()
    const story = await aSentResponse(db)
    const liaison = atMoment(story.liaison, new Date(testNow.getTime() + 60_000))
    await markSeen(liaison, testNow)
    const owner = atMoment(story.owner, new Date(testNow.getTime() + 30_000))
    const answer = { stance: 'another_way', words: 'A draft.', hearOn: null } as const
    await answerStandard(owner, story.venueId, 'MGT-1', answer)
    const talk = { kind: 'conversation', words: 'A talk.', facts: { name: 'Ada' } } as const
    await addEvidence(owner, story.venueId, 'MGT-2', { ...talk, happenedOn: '2026-11-20' })
    expect((await deskOf(liaison, { view: 'with_venue' })).news.count).toBe(0)
  })

  it('turns its pages by key, each venue once', async () => {
    const db = aDatabase()
    const { liaison, districtId } = await aSharedRound(db)
    for (let made = 0; made < 26; made += 1) await anotherShare(db, districtId, `Venue ${made}`)
    const first = await deskOf(liaison, { view: 'waiting' })
    expect(first.rows).toHaveLength(25)
    const second = await deskOf(liaison, { view: 'waiting', after: first.next ?? '' })
    expect(second.rows).toHaveLength(2)
    expect(second.next).toBeNull()
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(27)
  })
})

async function anotherShare(db: Database, districtId: DistrictId, name: string) {
  const venueId = await aVenue(db, { districtId, name })
  const owner = await contextFor(db, await anOwner(db, venueId))
  const applicationId = await startApplication(owner, venueId)
  await aStaffMember(db, venueId, 'Someone', 'server', 1)
  await shareApplication(owner, venueId, '')
  return applicationId
}

async function anAccess(
  db: Database,
  applicationId: ApplicationId,
  personId: PersonId,
  kind: AccessKind,
) {
  const row = { id: newId('acc'), applicationId, personId, kind, givenBy: personId, words: '' }
  await db.transaction((tx) => tx.insert(applicationAccess).values({ ...row, at: testNow }))
}

/** Copies of the one share, each of a venue of its own. */
async function manyShares(db: Database, districtId: DistrictId, number: number) {
  const [venue] = await db.select().from(venues).where(eq(venues.districtId, districtId))
  const [application] = await db.select().from(applications)
  const [round] = await db.select().from(rounds)
  if (!venue || !application || !round) throw new Error('Nothing was shared.')
  await db.transaction(async (tx) => {
    for (let made = 0; made < number; made += 1) {
      const [venueId, id] = [newId('ven'), newId('app')]
      await tx.insert(venues).values({ ...venue, id: venueId, slug: `many-${made}` })
      await tx.insert(applications).values({ ...application, id, venueId })
      const own = { id: newId('rou'), applicationId: id, reference: `many-${made}` }
      await tx.insert(rounds).values({ ...round, ...own })
    }
  })
}
