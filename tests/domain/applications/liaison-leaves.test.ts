import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { liaisonBack } from '~/domain/accounts/liaison-back.server'
import { programPeople } from '~/domain/accounts/program-people.server'
import { proofWays } from '~/domain/accounts/proof-page.server'
import { sendProofCode } from '~/domain/accounts/prove-by-email.server'
import { recoverStaff } from '~/domain/accounts/recover-staff.server'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { deskOf } from '~/domain/applications/desk.server'
import { leavePage } from '~/domain/applications/leave-page.server'
import { liaisonLeaves } from '~/domain/applications/liaison-leaves.server'
import { Conflict, Invalid, NotPermitted, ProofNeeded } from '~/domain/errors'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import type { PersonId } from '~/domain/ids'
import { isSignedInAsStaff } from '~/domain/permissions/place'
import { hasAllFactors } from '~/domain/permissions/who'
import type { Database } from '~db/open.server'
import {
  applications,
  eventDetails,
  events,
  memberships,
  people,
  responses,
  signInCodes,
} from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aLetter, aSharedRound, aStep, aStrength } from '~tests/support/rounds'
import { aBrowser, aVisit, queuedMail } from '~tests/support/visits'

const forGood = (successors: [string, PersonId | null][]) => ({
  successors: new Map(successors),
  until: null,
})

/** A venue that shared, whose liaison has begun a letter; a colleague in another district. */
async function aDesk() {
  const db = aDatabase()
  const story = await aSharedRound(db)
  await startResponse(story.liaison, story.applicationId)
  const items = [aStrength(story.policy.id), aStep()]
  await saveDraft(story.liaison, story.applicationId, { revision: 0, draft: { ...aLetter, items } })
  const dana = await contextFor(db, await aCoordinator(db))
  const samId = await aLiaison(db, await aDistrict(db, 'Uptown'))
  await db.transaction((tx) =>
    tx.update(people).set({ name: 'Samir Patel' }).where(eq(people.id, samId)),
  )
  return { ...story, db, dana, samId }
}

async function applicationIn(db: Database, id: typeof applications.$inferSelect.id) {
  const [row] = await db.select().from(applications).where(eq(applications.id, id))
  return row
}

describe('a liaison who leaves for good', () => {
  it('hands over what is open: the dates stay, the desk empties, the colleague gets the district', async () => {
    const { db, dana, samId, liaisonId, districtId, applicationId } = await aDesk()
    const before = await applicationIn(db, applicationId)
    expect(before?.liaisonId).toBe(liaisonId)
    const liaison = await contextFor(db, liaisonId)
    expect((await deskOf(liaison, { view: 'waiting' })).total).toBe(1)

    await liaisonLeaves(dana, liaisonId, forGood([[districtId, samId]]))
    expect(await applicationIn(db, applicationId)).toEqual({ ...before, liaisonId: samId })
    const sam = await contextFor(db, samId)
    expect((await deskOf(sam, { view: 'waiting' })).total).toBe(1)
    await expect(contextFor(db, liaisonId)).rejects.toThrow('There is no person')
    const held = await db.select().from(memberships).where(eq(memberships.personId, samId))
    expect(held.map(({ districtId }) => districtId)).toContain(districtId)
  })

  it('leaves the draft of a letter to the colleague, and what was written with its name', async () => {
    const { db, dana, samId, liaisonId, districtId, applicationId } = await aDesk()
    await liaisonLeaves(dana, liaisonId, forGood([[districtId, samId]]))
    const [kept] = await db.select().from(responses)
    expect(kept).toMatchObject({ authorId: liaisonId, revision: 1 })
    const sam = await contextFor(db, samId)
    expect(await startResponse(sam, applicationId)).toBe(kept?.id)
    const items = (kept?.draft?.items ?? []).map((item) => ({
      ...item,
      roundEvidenceId: item.roundEvidenceId ?? '',
    }))
    await saveDraft(sam, applicationId, { revision: 1, draft: { ...aLetter, items } })
    await sendResponse(sam, applicationId, 2)
    const [sent] = await db.select().from(responses)
    expect(sent?.authorId).toBe(samId)
    const started = await db.select().from(events).where(eq(events.kind, 'response.started'))
    expect(started[0]?.personId).toBe(liaisonId)
  })

  it('tells the venues with something open or a certificate, once each person, and no other', async () => {
    const { db, dana, samId, liaisonId, districtId, ownerId, venueId } = await aDesk()
    await anOwner(db, await aVenue(db, { name: 'Not yet here', districtId }))
    await anOwner(db, venueId, { role: 'helper' })
    const managerId = await anOwner(db, venueId, { role: 'manager' })
    const before = (await queuedMail(db)).map(({ id }) => id)
    await liaisonLeaves(dana, liaisonId, forGood([[districtId, samId]]))
    const sent = (await queuedMail(db)).filter(({ id }) => !before.includes(id))
    const told = sent.filter(({ kind }) => kind === 'liaison-changed')
    expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([ownerId, managerId]))
    expect(told[0]?.facts).toMatchObject({
      liaison: 'Sgt. Samir Patel',
      venues: [{ venue: 'The Lantern Room', district: 'Harbor', hearBy: expect.any(String) }],
    })
    const others = sent.filter(({ kind }) => kind !== 'liaison-changed')
    expect(others.map(({ kind, personId }) => [kind, personId]).sort()).toEqual(
      [
        ['liaison-takes-over', samId],
        ['program-place', liaisonId],
      ].sort(),
    )
  })

  it('tells a venue whose certificate counts', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { venueId, owner } = await anAccreditedVenue(db)
    const places = await db.select().from(memberships).where(eq(memberships.role, 'liaison'))
    const [place] = places
    if (!place?.districtId) throw new Error('There is no liaison.')
    const dana = await contextFor(db, await aCoordinator(db))
    const samId = await aLiaison(db, place.districtId)
    await liaisonLeaves(dana, place.personId, forGood([[place.districtId, samId]]))
    const told = (await queuedMail(db)).filter(({ kind }) => kind === 'liaison-changed')
    expect(told).toMatchObject([
      { personId: owner.actor.person.id, facts: { venues: [{ path: `/venue/${venueId}` }] } },
    ])
  })

  it('writes down who had what before and after, for both', async () => {
    const { db, dana, samId, liaisonId, districtId, applicationId } = await aDesk()
    await liaisonLeaves(dana, liaisonId, forGood([[districtId, samId]]))
    const rows = await db
      .select({ event: events, details: eventDetails.details })
      .from(events)
      .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    const left = rows.filter(({ event }) => event.kind === 'liaison.left')
    expect(left).toMatchObject([
      {
        event: { applicationId },
        details: { before: { liaison: liaisonId }, after: { liaison: samId } },
      },
      {
        event: { subjectId: liaisonId, facts: { applications: 1, until: null } },
        details: { before: { liaison: districtId }, after: {} },
      },
    ])
    const given = rows.find(({ event }) => event.kind === 'place.role_changed')
    expect(given?.event.subjectId).toBe(samId)
    expect(String(given?.details?.after?.liaison).split(' ')).toContain(districtId)
  })

  it('may leave a district to nobody yet, and then its venues wait for whoever comes', async () => {
    const { db, dana, liaisonId, districtId, applicationId } = await aDesk()
    await liaisonLeaves(dana, liaisonId, forGood([[districtId, null]]))
    expect((await applicationIn(db, applicationId))?.liaisonId).toBeNull()
    expect((await queuedMail(db)).map(({ kind }) => kind)).not.toContain('liaison-changed')
  })

  it('asks for somebody for each district, who is a liaison and not the same person', async () => {
    const { db, dana, liaisonId, districtId, ownerId, applicationId } = await aDesk()
    const coordinatorId = dana.actor.person.id
    for (const chosen of [undefined, ownerId, liaisonId, coordinatorId]) {
      const leave = forGood(chosen ? [[districtId, chosen]] : [])
      await expect(liaisonLeaves(dana, liaisonId, leave)).rejects.toThrow(Invalid)
    }
    expect((await applicationIn(db, applicationId))?.liaisonId).toBe(liaisonId)
  })

  it('is for coordinators with a fresh proof, and happens once', async () => {
    const { db, dana, samId, liaison, liaisonId, districtId } = await aDesk()
    const leave = forGood([[districtId, samId]])
    await expect(liaisonLeaves(liaison, liaisonId, leave)).rejects.toThrow(NotPermitted)
    const stale = { ...dana, now: new Date(testNow.getTime() + 11 * 60_000) }
    await expect(liaisonLeaves(stale, liaisonId, leave)).rejects.toThrow(ProofNeeded)
    const kim = await contextFor(db, await aCoordinator(db))
    const both = await Promise.allSettled([
      liaisonLeaves(dana, liaisonId, leave),
      liaisonLeaves(kim, liaisonId, leave),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a liaison on leave', () => {
  it('gets no code by email and proves nothing with one: who reads their mail gains nothing', async () => {
    const { db, dana, samId, liaisonId, districtId } = await aDesk()
    await liaisonLeaves(dana, liaisonId, {
      ...forGood([[districtId, samId]]),
      until: '2026-12-24',
    })
    const away = await contextFor(db, liaisonId)
    const { email } = away.actor.person
    await requestSignInCode(aVisit(db), aBrowser(), email)
    const mail = (await queuedMail(db)).filter(({ address }) => address === email)
    expect(mail.map(({ kind }) => kind).toSorted()).toEqual([
      ...['application-shared', 'program-place', 'staff-sign-in'],
    ])
    expect((await db.select().from(signInCodes)).map(({ personId }) => personId)).toEqual([null])

    const byEmail = { ...away.actor, factors: ['email_code' as const] }
    expect([hasAllFactors(byEmail), hasAllFactors(away.actor)]).toEqual([false, true])
    await expect(sendProofCode({ ...away, actor: byEmail })).rejects.toThrow(NotPermitted)
    expect(await proofWays(away, false)).toMatchObject({ email: null })
    expect(await recoverStaff(dana, liaisonId)).toMatch(/^[a-z]+-[a-z]+-\d\d$/)
  })

  it('keeps a sign-in of two factors when they accept another place meanwhile', async () => {
    const { db, dana, samId, liaisonId, districtId } = await aDesk()
    const leave = { ...forGood([[districtId, samId]]), until: '2026-12-24' as const }
    await liaisonLeaves(dana, liaisonId, leave)
    const away = await contextFor(db, liaisonId)
    expect(isSignedInAsStaff(away.actor)).toBe(true)
    expect(isSignedInAsStaff({ ...away.actor, factors: ['email_code'] })).toBe(false)
  })

  it('is signed out, stands in the list until when, and gets the districts back with one tap', async () => {
    const { db, dana, samId, liaisonId, districtId, applicationId } = await aDesk()
    const token = await db.transaction((tx) =>
      startSession(tx, liaisonId, ['password', 'totp'], testNow),
    )
    const leave = { ...forGood([[districtId, samId]]), until: '2026-12-24' as const }
    await liaisonLeaves(dana, liaisonId, leave)
    expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
    expect((await contextFor(db, liaisonId)).actor.memberships).toEqual([])
    const away = await programPeople(dana, { words: '', role: 'away', after: null })
    expect(away.people).toMatchObject([{ id: liaisonId, awayUntil: '2026-12-24', places: [] }])

    await liaisonBack(dana, liaisonId)
    expect((await contextFor(db, liaisonId)).actor.memberships).toMatchObject([
      { role: 'liaison', districtId },
    ])
    expect((await applicationIn(db, applicationId))?.liaisonId).toBe(samId)
    expect(await leavePage(dana, liaisonId)).toMatchObject({ districts: [{ answers: 0 }] })
    await expect(liaisonBack(dana, liaisonId)).rejects.toThrow(Conflict)
  })

  it('is away until a day that is still to come', async () => {
    const { dana, samId, liaisonId, districtId } = await aDesk()
    const leave = { ...forGood([[districtId, samId]]), until: '2026-11-22' as const }
    await expect(liaisonLeaves(dana, liaisonId, leave)).rejects.toThrow('still to come')
  })
})
