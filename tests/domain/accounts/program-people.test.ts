import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changeProgramPlace } from '~/domain/accounts/change-program-place.server'
import { endProgramPlace } from '~/domain/accounts/end-program-place.server'
import { programPeople } from '~/domain/accounts/program-people.server'
import { programPersonPage } from '~/domain/accounts/program-person.server'
import { removePerson } from '~/domain/accounts/remove-person.server'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { Conflict, Invalid, NotFound, NotPermitted, ProofNeeded } from '~/domain/errors'
import { startResponse } from '~/domain/feedback/start-response.server'
import { type MembershipId, newId, type PersonId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import {
  credentials,
  eventDetails,
  events,
  memberships,
  passkeys,
  people,
  signInLocks,
} from '~db/schema'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSharedRound } from '~tests/support/rounds'
import { queuedMail } from '~tests/support/visits'

const everybody = { words: '', role: null, after: null }

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  const harbor = await aDistrict(db, 'Harbor')
  const uptown = await aDistrict(db, 'Uptown')
  const danaId = await aCoordinator(db)
  const kimId = await aCoordinator(db)
  const leeId = await aLiaison(db, harbor)
  return { db, harbor, uptown, danaId, kimId, leeId, dana: await contextFor(db, danaId) }
}

async function placeOf(db: Database, personId: PersonId): Promise<MembershipId> {
  const rows = await db.select().from(memberships).where(eq(memberships.personId, personId))
  const held = rows.find(({ endedAt }) => endedAt === null)
  if (!held) throw new Error('They have no place.')
  return held.id
}

async function aSession(db: Database, personId: PersonId): Promise<string> {
  return db.transaction((tx) => startSession(tx, personId, ['password', 'totp'], testNow))
}

async function heldBy(db: Database, personId: PersonId) {
  const rows = await db.select().from(memberships).where(eq(memberships.personId, personId))
  return rows.filter(({ endedAt }) => endedAt === null)
}

async function newestDetails(db: Database, kind: string) {
  const rows = await db
    .select({ details: eventDetails.details, event: events })
    .from(events)
    .leftJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .where(eq(events.kind, kind))
  return rows.at(-1)
}

describe('the list', () => {
  it('has the people of the program, and no owner', async () => {
    const { db, dana, harbor } = await aDesk()
    await anOwner(db, await aVenue(db, { districtId: harbor }), { name: 'Rosa Alvarez' })
    const viewer = await aPerson(db, { name: 'Bo Lindgren' })
    await aMembership(db, viewer, 'district_viewer', { districtId: harbor })
    const page = await programPeople(dana, everybody)
    expect(page).toMatchObject({ all: 4, fitting: 4, next: null })
    expect(page.people.map(({ name }) => name)).not.toContain('Rosa Alvarez')
    expect(page.people[0]).toMatchObject({
      name: 'Bo Lindgren',
      places: [{ role: 'district_viewer', district: 'Harbor' }],
    })
  })

  it('is searched by name and address, filtered by role, and paged by key', async () => {
    const { db, dana, harbor, leeId } = await aDesk()
    for (let i = 0; i < 60; i += 1) {
      const name = `Viewer ${String(i).padStart(2, '0')}`
      await aMembership(db, await aPerson(db, { name }), 'district_viewer', { districtId: harbor })
    }
    const zoe = await aPerson(db, { name: 'Zoë Núñez', email: 'zn@fire.example' })
    await aMembership(db, zoe, 'partner', { field: 'fire' })
    const named = async (filter: Partial<typeof everybody>) =>
      (await programPeople(dana, { ...everybody, ...filter })).people.map(({ id }) => id)
    expect(await named({ words: 'zoe nunez' })).toEqual([zoe])
    expect(await named({ words: 'zn@fire' })).toEqual([zoe])
    const liaisons = await programPeople(dana, { ...everybody, role: 'liaison' })
    expect(liaisons.people.map(({ id }) => id)).toEqual([leeId])

    const first = await programPeople(dana, everybody)
    expect(first).toMatchObject({ fitting: 64, next: expect.any(String) })
    const second = await programPeople(dana, { ...everybody, after: first.next })
    expect(first.people.length + second.people.length).toBe(64)
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(64)
  })

  it('says how each sign-in stands', async () => {
    const { db, dana, leeId } = await aDesk()
    await aSession(db, leeId)
    await db.transaction(async (tx) => {
      await tx.insert(credentials).values({
        personId: leeId,
        passwordHash: 'x',
        totpSecretSealed: 'x',
        setAt: testNow,
      })
      await tx.insert(signInLocks).values({ personId: leeId, lockedAt: testNow })
    })
    const { people } = await programPeople(dana, everybody)
    expect(people.find(({ id }) => id === leeId)?.signIn).toEqual({
      setUp: true,
      lockedAt: testNow,
      lastHereAt: testNow,
    })
    const others = people.filter(({ id }) => id !== leeId).map(({ signIn }) => signIn)
    expect(others[0]).toEqual({ setUp: false, lockedAt: null, lastHereAt: null })
  })

  it('asks the database as often for many as for few', async () => {
    const { db, dana, harbor } = await aDesk()
    const count = () => countQueries(() => programPeople(dana, everybody))
    const few = await count()
    for (let i = 0; i < 30; i += 1) await aLiaison(db, harbor)
    expect(await count()).toBe(few)
  })

  it('is for coordinators with both factors', async () => {
    const { db, leeId, danaId } = await aDesk()
    const lee = await contextFor(db, leeId)
    await expect(programPeople(lee, everybody)).rejects.toThrow(NotPermitted)
    const half = await contextFor(db, danaId, testNow, ['password'])
    await expect(programPeople(half, everybody)).rejects.toThrow(NotPermitted)
  })
})

describe('changing a place', () => {
  it('gives and takes districts at once, ends sessions, tells, and keeps before and after', async () => {
    const { db, dana, leeId, harbor, uptown } = await aDesk()
    const token = await aSession(db, leeId)
    const place = await placeOf(db, leeId)
    await changeProgramPlace(dana, leeId, place, { districts: [uptown], field: null })
    expect((await heldBy(db, leeId)).map(({ districtId }) => districtId)).toEqual([uptown])
    expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
    expect(await queuedMail(db)).toMatchObject([
      {
        kind: 'program-place',
        personId: leeId,
        facts: { reason: 'changed', before: 'Liaison, Harbor', after: 'Liaison, Uptown' },
      },
    ])
    const row = await newestDetails(db, 'place.role_changed')
    expect(row?.event).toMatchObject({ subjectId: leeId, personId: dana.actor.person.id })
    expect(row?.details).toMatchObject({ before: { liaison: harbor }, after: { liaison: uptown } })
  })

  it('changes a partner’s field, and nothing about a coordinator', async () => {
    const { db, dana, kimId } = await aDesk()
    const zoe = await aPerson(db)
    await aMembership(db, zoe, 'partner', { field: 'fire' })
    const change = { districts: [], field: 'health' as const }
    await changeProgramPlace(dana, zoe, await placeOf(db, zoe), change)
    expect(await heldBy(db, zoe)).toMatchObject([{ role: 'partner', field: 'health' }])
    const theirs = await placeOf(db, kimId)
    await expect(changeProgramPlace(dana, kimId, theirs, change)).rejects.toThrow(Invalid)
  })

  it('refuses no district, one that is not there, and somebody else’s place', async () => {
    const { db, dana, leeId, kimId } = await aDesk()
    const place = await placeOf(db, leeId)
    const none = { districts: [], field: null }
    await expect(changeProgramPlace(dana, leeId, place, none)).rejects.toThrow(Invalid)
    const nowhere = { districts: [newId('dis')], field: null }
    await expect(changeProgramPlace(dana, leeId, place, nowhere)).rejects.toThrow(Invalid)
    await expect(changeProgramPlace(dana, kimId, place, nowhere)).rejects.toThrow(NotFound)
  })

  it('leaves no venue waiting for somebody who cannot read it', async () => {
    const db = aDatabase()
    const { liaison, liaisonId, applicationId } = await aSharedRound(db)
    await startResponse(liaison, applicationId)
    const dana = await contextFor(db, await aCoordinator(db))
    const uptown = await aDistrict(db, 'Uptown')
    const place = await placeOf(db, liaisonId)
    const change = { districts: [uptown], field: null }
    await expect(changeProgramPlace(dana, liaisonId, place, change)).rejects.toThrow(Conflict)
    await expect(endProgramPlace(dana, liaisonId, place)).rejects.toThrow('Hand their venues')
    await expect(removePerson(dana, liaisonId)).rejects.toThrow(Conflict)
    expect(await heldBy(db, liaisonId)).toHaveLength(1)
  })

  it('needs a fresh proof, and a coordinator', async () => {
    const { db, leeId, danaId, uptown } = await aDesk()
    const place = await placeOf(db, leeId)
    const change = { districts: [uptown], field: null }
    const later = new Date(testNow.getTime() + 11 * 60_000)
    const stale = { ...(await contextFor(db, danaId)), now: later }
    await expect(changeProgramPlace(stale, leeId, place, change)).rejects.toThrow(ProofNeeded)
    await expect(endProgramPlace(stale, leeId, place)).rejects.toThrow(ProofNeeded)
    await expect(removePerson(stale, leeId)).rejects.toThrow(ProofNeeded)
    const lee = await contextFor(db, leeId)
    await expect(changeProgramPlace(lee, leeId, place, change)).rejects.toThrow(NotPermitted)
  })
})

describe('ending and removing', () => {
  it('takes who has no place left out of the program, and their ways in', async () => {
    const { db, dana, leeId } = await aDesk()
    const token = await aSession(db, leeId)
    const [before] = await db.select().from(people).where(eq(people.id, leeId))
    await endProgramPlace(dana, leeId, await placeOf(db, leeId))
    expect(await sessionOf(db, token, testNow)).toBeNull()
    const [after] = await db.select().from(people).where(eq(people.id, leeId))
    expect(after).toMatchObject({ removedAt: testNow, name: before?.name })
    expect(after?.email).not.toBe(before?.email)
    expect(await queuedMail(db)).toMatchObject([{ address: before?.email, facts: { after: '' } }])
    await expect(programPersonPage(dana, leeId)).rejects.toThrow(NotFound)
    expect((await newestDetails(db, 'place.ended'))?.details?.after).toEqual({})
  })

  it('leaves the owner of a venue their venue and their passkey', async () => {
    const { db, dana, leeId, harbor } = await aDesk()
    await aMembership(db, leeId, 'owner', { venueId: await aVenue(db, { districtId: harbor }) })
    await db.transaction((tx) =>
      tx.insert(passkeys).values({
        id: 'key',
        personId: leeId,
        publicKey: 'x',
        counter: 0,
        transports: [],
        backedUp: true,
        label: 'My phone',
        createdAt: testNow,
      }),
    )
    await removePerson(dana, leeId)
    expect(await heldBy(db, leeId)).toMatchObject([{ role: 'owner' }])
    expect(await db.$count(passkeys)).toBe(1)
    const [person] = await db.select().from(people).where(eq(people.id, leeId))
    expect(person?.removedAt).toBeNull()
  })

  it('is not for oneself, but one may end a place of one’s own', async () => {
    const { db, dana, danaId } = await aDesk()
    await expect(removePerson(dana, danaId)).rejects.toThrow('Another coordinator')
    await endProgramPlace(dana, danaId, await placeOf(db, danaId))
    expect(await heldBy(db, danaId)).toEqual([])
    expect((await newestDetails(db, 'place.left'))?.event.subjectId).toBe(danaId)
  })

  it('never takes the last coordinator', async () => {
    const { db, dana, danaId, kimId } = await aDesk()
    await removePerson(dana, kimId)
    const own = await placeOf(db, danaId)
    await expect(endProgramPlace(dana, danaId, own)).rejects.toThrow('without a coordinator')
    expect(await heldBy(db, danaId)).toHaveLength(1)
  })

  it('keeps one coordinator of two who take each other out at the same moment', async () => {
    const { db, dana, danaId, kimId } = await aDesk()
    const kim = await contextFor(db, kimId)
    const both = await Promise.allSettled([removePerson(dana, kimId), removePerson(kim, danaId)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const left = await db.select().from(memberships).where(eq(memberships.role, 'coordinator'))
    expect(left.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
  })

  it('keeps one coordinator of two who give up at the same moment', async () => {
    const { db, dana, danaId, kimId } = await aDesk()
    const kim = await contextFor(db, kimId)
    const both = await Promise.allSettled([
      endProgramPlace(dana, danaId, await placeOf(db, danaId)),
      endProgramPlace(kim, kimId, await placeOf(db, kimId)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('does nothing at the word of a coordinator who was just taken out', async () => {
    const { db, dana, kimId, leeId } = await aDesk()
    await aCoordinator(db)
    const kim = await contextFor(db, kimId)
    await removePerson(dana, kimId)
    await expect(removePerson(kim, leeId)).rejects.toThrow(NotPermitted)
    expect(await heldBy(db, leeId)).toHaveLength(1)
  })
})
