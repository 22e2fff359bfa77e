import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { assign, takeOn } from '~/domain/applications/assign.server'
import { deskOf } from '~/domain/applications/desk.server'
import { endRecusal } from '~/domain/applications/end-recusal.server'
import { couldReview } from '~/domain/applications/hands.server'
import { handsOf } from '~/domain/applications/hands-page.server'
import { applicationFor } from '~/domain/applications/queries.server'
import { readersOf, toldOfShare } from '~/domain/applications/readers.server'
import { stepBack } from '~/domain/applications/step-back.server'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { applicationAccess, people, reviewerAgreements } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  atMoment,
  contextFor,
} from '~tests/support/factories'
import { aSharedRound } from '~tests/support/rounds'
import { kindsOf } from '~tests/support/sessions'
import { queuedMail } from '~tests/support/visits'

describe('in whose hands an application is', () => {
  it('is taken on by one liaison, and by nobody else after that', async () => {
    const { db, liaison, colleague, applicationId } = await twoLiaisons()
    const both = await Promise.allSettled([
      takeOn(liaison, applicationId),
      takeOn(colleague, applicationId),
    ])
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost.reason).toBeInstanceOf(Conflict)
    expect(await handsOf(liaison, applicationId)).toMatchObject({ mayTakeOn: false })
    expect((await kindsOf(db)).filter((kind) => kind === 'application.assigned')).toHaveLength(1)
    const coordinator = await contextFor(db, await aCoordinator(db))
    await expect(takeOn(coordinator, applicationId)).rejects.toThrow(NotPermitted)
  })

  it('is handed to a colleague with a word, by whoever saw in whose hands it was', async () => {
    const { db, liaison, colleague, applicationId } = await twoLiaisons()
    await takeOn(liaison, applicationId)
    const [to, seen] = [colleague.actor.person.id, liaison.actor.person.id]
    const later = atMoment(liaison, new Date(liaison.now.getTime() + 60_000))
    await assign(later, applicationId, { to, words: ' They ask about rides. ', seen })
    const again = assign(liaison, applicationId, { to: seen, words: '', seen })
    await expect(again).rejects.toThrow('It came into the hands of Sgt. Ines Duarte meanwhile.')
    // Whoever took it on themselves knows; the colleague hears of it.
    const told = (await queuedMail(db)).filter(({ kind }) => kind === 'application-handed')
    expect(told).toMatchObject([{ personId: to, facts: { words: 'They ask about rides.' } }])
    const coordinator = await contextFor(db, await aCoordinator(db))
    const hands = await handsOf(coordinator, applicationId)
    expect([hands.now, hands.history[0]?.line, hands.history[0]?.words]).toEqual([
      'In the hands of Sgt. Ines Duarte',
      `Sgt. ${liaison.actor.person.name} put it into the hands of Sgt. Ines Duarte.`,
      'They ask about rides.',
    ])
  })

  it('goes only to somebody who could review it', async () => {
    const { db, liaison, colleague, applicationId, venueId, districtId } = await twoLiaisons()
    const application = await applicationFor(db, liaison.actor, applicationId)
    const could = async () => (await couldReview(db, application, liaison.now)).map(({ id }) => id)
    const both = [colleague.actor.person.id, liaison.actor.person.id].sort()
    const neighbor = await aLiaison(db, districtId)
    await aMembership(db, neighbor, 'owner', { venueId })
    const late = await aLiaison(db, districtId)
    expect(await could()).toContain(late)
    await db.transaction((tx) =>
      tx.delete(reviewerAgreements).where(eq(reviewerAgreements.personId, late)),
    )
    await aLiaison(db, await aDistrict(db))
    expect((await could()).sort()).toEqual(both)
    for (const to of [neighbor, late]) {
      const assigning = { to, words: '', seen: '' }
      await expect(assign(liaison, applicationId, assigning)).rejects.toThrow(Invalid)
    }
    await stepBack(colleague, applicationId, { reason: '', to: null })
    expect(await could()).toEqual([liaison.actor.person.id])
  })
})

describe('stepping back from an application', () => {
  it('ends the access at once, and hands on what was in hand with its dates', async () => {
    const { db, liaison, colleague, applicationId } = await twoLiaisons()
    await takeOn(liaison, applicationId)
    const { hearBy } = await applicationFor(db, colleague.actor, applicationId)
    const to = colleague.actor.person.id
    const self = { reason: '', to: liaison.actor.person.id }
    await expect(stepBack(liaison, applicationId, self)).rejects.toThrow(Invalid)
    expect((await deskOf(liaison, { view: 'waiting' })).rows).toHaveLength(1)

    await stepBack(liaison, applicationId, { reason: 'My sister tends bar there.', to })
    await expect(applicationFor(db, liaison.actor, applicationId)).rejects.toThrow(NotFound)
    expect((await deskOf(liaison, { view: 'waiting' })).rows).toEqual([])
    const after = await applicationFor(db, colleague.actor, applicationId)
    expect([after.liaisonId, after.hearBy, after.state]).toEqual([to, hearBy, 'shared'])
    expect(await kindsOf(db)).toContain('application.recused')
  })

  it('tells coordinators alone why, and the venue that it happened', async () => {
    const { db, liaison, colleague, applicationId, owner, venueId } = await twoLiaisons()
    await takeOn(liaison, applicationId)
    const before = await venueHomeOf(owner, venueId)
    expect([before.steppedBack, before.liaisons.length]).toEqual(['', 2])
    await stepBack(liaison, applicationId, { reason: 'My sister tends bar there.', to: null })
    const coordinator = await contextFor(db, await aCoordinator(db))
    const seen = await handsOf(coordinator, applicationId)
    expect(seen.recused[0]?.reason).toBe('My sister tends bar there.')
    expect(JSON.stringify(await handsOf(colleague, applicationId))).not.toContain('sister')

    const home = await venueHomeOf(owner, venueId)
    const name = `Sgt. ${liaison.actor.person.name}`
    expect(home.steppedBack).toContain(`${name} has stepped back from your application`)
    expect(JSON.stringify(home)).not.toContain('sister')
    expect(home.liaisons).toEqual(['Sgt. Ines Duarte'])
  })

  it('takes whoever stepped back off those who read and are told of a share', async () => {
    const { db, liaison, colleague, applicationId, districtId } = await twoLiaisons()
    const district = { id: districtId, name: 'Harbor' }
    const reads = async () => (await readersOf(db, { district, applicationId })).map(({ id }) => id)
    const { id } = liaison.actor.person
    expect(await reads()).toContain(id)
    await stepBack(liaison, applicationId, { reason: '', to: null })
    expect(await reads()).toEqual([colleague.actor.person.id])
    const told = await toldOfShare(db, districtId, applicationId)
    expect(told.map((each) => each.id)).toEqual([colleague.actor.person.id])
  })

  it('ends when a coordinator says so, and not by the own word', async () => {
    const { db, liaison, applicationId } = await twoLiaisons()
    await stepBack(liaison, applicationId, { reason: '', to: null })
    const [row] = await db.select().from(applicationAccess)
    if (!row) throw new Error('Nobody stepped back.')
    await expect(endRecusal(liaison, row.id)).rejects.toThrow(NotPermitted)
    const coordinator = await contextFor(db, await aCoordinator(db))
    await endRecusal(coordinator, row.id)
    expect((await applicationFor(db, liaison.actor, applicationId)).access).toBeNull()
    await expect(endRecusal(coordinator, row.id)).rejects.toThrow(Conflict)
  })
})

async function twoLiaisons() {
  const db = aDatabase()
  const story = await aSharedRound(db)
  const colleagueId = await aLiaison(db, story.districtId)
  await db.transaction((tx) =>
    tx.update(people).set({ name: 'Ines Duarte' }).where(eq(people.id, colleagueId)),
  )
  return { db, ...story, colleague: await contextFor(db, colleagueId) }
}
