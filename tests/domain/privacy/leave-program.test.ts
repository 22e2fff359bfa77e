import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { Context } from '~/domain/context'
import { Conflict, NotFound, NotPermitted, ProofNeeded } from '~/domain/errors'
import { givePolicyFile } from '~/domain/policies/give-policy-file.server'
import { takeFileOff } from '~/domain/policies/take-file-off.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { keepRetention } from '~/domain/privacy/keep-retention.server'
import { leaveProgram } from '~/domain/privacy/leave-program.server'
import { leavingOf } from '~/domain/privacy/leaving.server'
import { undoLeaving } from '~/domain/privacy/undo-leaving.server'
import { addStaff } from '~/domain/training/add-staff.server'
import type { Database } from '~db/open.server'
import {
  applications,
  certificates,
  events,
  policySections,
  policyVersions,
  removals,
  rounds,
  staff,
  trainingRecords,
} from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, atMoment, aVenue, contextFor, testNow } from '~tests/support/factories'
import { aSentResponse } from '~tests/support/rounds'
import { queuedMail } from '~tests/support/visits'

const day = 86_400_000

async function aVenueThatDrafts() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  const owner = await contextFor(db, await anOwner(db, venueId))
  const manager = await contextFor(db, await anOwner(db, venueId, { role: 'manager' }))
  const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
  await startApplication(owner, venueId)
  return { db, venueId, owner, manager, helper }
}

const kindsOf = async (db: Database) =>
  (await db.select({ kind: events.kind }).from(events)).map(({ kind }) => kind)

describe('a venue that leaves', () => {
  test('steps away, is listed for thirty whole days, and its owners and managers hear', async () => {
    const { db, venueId, owner, manager } = await aVenueThatDrafts()
    await leaveProgram(owner, venueId)
    const [application] = await db.select().from(applications)
    expect(application?.state).toBe('stepped_away')
    const rows = await db.select().from(removals)
    expect(rows).toMatchObject([{ rule: 'venue-left', subjectId: venueId, removedAt: null }])
    // From the evening of November 22 in New York: the end of December 22 there.
    expect(rows[0]?.removeAfter).toEqual(new Date('2026-12-23T05:00:00Z'))
    expect(await leavingOf(owner, venueId)).toMatchObject({ until: '2026-12-22', isOver: false })
    const told = (await queuedMail(db)).filter(({ kind }) => kind === 'venue-left')
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [owner.actor.person.id, manager.actor.person.id].sort(),
    )
    expect(told[0]?.facts).toMatchObject({ until: '2026-12-22' })
    expect(await kindsOf(db)).toEqual(
      expect.arrayContaining(['application.stepped_away', 'venue.left']),
    )
    await expect(leaveProgram(owner, venueId)).rejects.toThrow(Conflict)
  })

  test('gives a live certificate back, without a reason', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { venueId, owner } = await anAccreditedVenue(db)
    await leaveProgram(owner, venueId)
    const [certificate] = await db.select().from(certificates)
    expect(certificate).toMatchObject({ endedOn: '2026-11-22', endedReason: null })
  })

  test('two equal submits are one', async () => {
    const { db, venueId, owner } = await aVenueThatDrafts()
    const twice = { ...owner, origin: { ...owner.origin, submission: 'the-same-submission-0001' } }
    await leaveProgram(twice, venueId)
    await leaveProgram(twice, venueId)
    expect(await db.select().from(removals)).toHaveLength(1)
  })

  test('is for an owner who has just proved who they are; elsewhere it is absent', async () => {
    const { db, venueId, owner, manager, helper } = await aVenueThatDrafts()
    await expect(leaveProgram(manager, venueId)).rejects.toThrow(NotPermitted)
    await expect(leaveProgram(helper, venueId)).rejects.toThrow(NotPermitted)
    const later: Context = { ...owner, now: new Date(testNow.getTime() + 11 * 60_000) }
    await expect(leaveProgram(later, venueId)).rejects.toThrow(ProofNeeded)
    await expect(leaveProgram(owner, await aVenue(db))).rejects.toThrow(NotFound)
    expect(await db.select().from(removals)).toEqual([])
  })

  test('changes its mind while the days last, and not after', async () => {
    const { db, venueId, owner, manager } = await aVenueThatDrafts()
    await expect(undoLeaving(owner, venueId)).rejects.toThrow(Conflict)
    await leaveProgram(owner, venueId)
    await expect(undoLeaving(manager, venueId)).rejects.toThrow(NotPermitted)
    const late = atMoment(owner, new Date(testNow.getTime() + 31 * day))
    await expect(undoLeaving(late, venueId)).rejects.toThrow(Conflict)
    await undoLeaving(atMoment(owner, new Date(testNow.getTime() + 30 * day)), venueId)
    expect(await db.select().from(removals)).toEqual([])
    expect(await leavingOf(owner, venueId)).toBeNull()
    const undone = await db.select().from(events).where(eq(events.kind, 'venue.left_undone'))
    expect(undone).toMatchObject([{ venueId }])
  })
})

describe('after the days to change one’s mind', () => {
  const forgetful = () => {
    const forgotten: string[] = []
    return { forgotten, forget: async (key: string) => void forgotten.push(key) }
  }

  test('what was shared stays readable, and what was never shared is gone', async () => {
    const db = aDatabase()
    const { venueId, ownerId } = await aSentResponse(db)
    const [round] = await db.select().from(rounds)
    if (!round) throw new Error('Nothing was shared.')
    const owner = await contextFor(db, ownerId)
    const staffId = await addStaff(owner, venueId, {
      name: 'Wanda Quill',
      position: 'bartender',
      startedOn: null,
      onLeave: false,
      another: false,
    })
    const type = 'application/pdf'
    const file = { digest: 'd', size: 1, storageKey: 'aa/photo', name: 'a.pdf', type }
    await uploadPolicy(owner, venueId, { title: 'Never shared', file })
    const [shared] = await db.select().from(policyVersions)
    if (!shared) throw new Error('No policy was shared.')
    const other = { ...file, digest: 'e', storageKey: 'ee/off' }
    await givePolicyFile(owner, venueId, shared.policyId, other)
    await takeFileOff(owner, venueId, shared.policyId)
    const before = await evidenceOfRound(db, round.id)
    await leaveProgram(owner, venueId)
    const { forget, forgotten } = forgetful()
    const [row] = await db.select().from(removals)
    const over = row?.removeAfter ?? testNow

    expect((await keepRetention(db, new Date(over.getTime() - 1), forget)).removed).toBe(0)
    expect((await db.select().from(staff)).map(({ name }) => name)).toContain('Wanda Quill')

    expect((await keepRetention(db, over, forget)).removed).toBe(1)
    const people = await db.select().from(staff).where(eq(staff.id, staffId))
    expect(people).toMatchObject([{ name: 'Name removed' }])
    expect(await db.$count(trainingRecords)).toBe(0)
    expect(await db.$count(policySections)).toBe(0)
    expect([...forgotten].sort()).toEqual(['aa/photo', 'ee/off'])
    expect(await evidenceOfRound(db, round.id)).toEqual(before)
    expect(await kindsOf(db)).toContain('retention.removed')
    expect((await keepRetention(db, over, forget)).removed).toBe(0)
  })

  test('a venue that began again in the meantime keeps everything', async () => {
    const { db, venueId, owner } = await aVenueThatDrafts()
    await leaveProgram(owner, venueId)
    await db.transaction((tx) => tx.update(applications).set({ state: 'drafting' }))
    const { forget } = forgetful()
    const later = new Date(testNow.getTime() + 40 * day)
    expect((await keepRetention(db, later, forget)).removed).toBe(0)
    expect(await db.$count(removals)).toBe(0)
  })
})
