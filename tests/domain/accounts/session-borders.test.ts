import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { acceptInvitation } from '~/domain/accounts/accept-invitation.server'
import { changePassword } from '~/domain/accounts/change-password.server'
import { changeVenuePlace } from '~/domain/accounts/change-place.server'
import { endVenuePlace } from '~/domain/accounts/end-place.server'
import { inviteToPlace, type PlaceOffer } from '~/domain/accounts/invite-to-place.server'
import { type OpenSession, sessionOf, startSession } from '~/domain/accounts/session.server'
import { signInStaff } from '~/domain/accounts/sign-in-staff.server'
import { useStaffCode as takeStaffCode } from '~/domain/accounts/use-staff-code.server'
import type { Context } from '~/domain/context'
import type { PersonId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import { memberships, people, sessions } from '~db/schema'
import type { Factor } from '~db/vocabulary'
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
  testNow,
} from '~tests/support/factories'
import { aStaffPerson, opens, signedInAs, staffPassword } from '~tests/support/sessions'
import { aVisit, queuedMail } from '~tests/support/visits'

const minute = 60_000
const hour = 60 * minute
const past = (milliseconds: number) => new Date(testNow.getTime() + milliseconds)

describe('a session runs out', () => {
  it.each<[string, Who, number, number]>([
    ['staff: 30 minutes idle', 'liaison', 30 * minute, 30 * minute],
    ['staff: 12 hours in all', 'liaison', 12 * hour, minute],
    ['staff who own a venue too: 30 minutes idle', 'both', 30 * minute, 30 * minute],
    ['owner: 12 hours idle', 'owner', 12 * hour, 12 * hour],
    ['owner: 30 days in all', 'owner', 30 * 24 * hour - 1, minute],
    ['district viewer: 12 hours idle', 'viewer', 12 * hour, 12 * hour],
  ])('%s, and not a moment before', async (_, who, age, idle) => {
    const { db, token } = await someone(who)
    const last = new Date(past(age).getTime() - idle)
    await db.transaction((tx) => tx.update(sessions).set({ lastSeenAt: last }))
    expect(await opens(db, token, past(age))).toBe(true)
    expect(await opens(db, token, past(age + 1))).toBe(false)
  })

  it('owner: 12 hours idle do not end it for staff limits, and the reverse', async () => {
    const owner = await someone('owner')
    const liaison = await someone('liaison')
    const at = past(31 * minute)
    expect(await opens(owner.db, owner.token, at)).toBe(true)
    expect(await opens(liaison.db, liaison.token, at)).toBe(false)
  })

  it('an owner who becomes staff has the limits of staff at once', async () => {
    const { db, token, personId } = await someone('owner')
    const at = past(31 * minute)
    expect(await opens(db, token, at)).toBe(true)
    await aMembership(db, personId, 'liaison', { districtId: await aDistrict(db) })
    expect(await opens(db, token, at)).toBe(false)
  })

  it('and a token that was made up never opens', async () => {
    const { db } = await someone('owner')
    for (const token of ['', 'never-was-one', 'A'.repeat(43)]) {
      expect(await sessionOf(db, token, testNow)).toBeNull()
    }
  })
})

describe('a token', () => {
  it('is new at each factor of a sign-in, and the database keeps its hash alone', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { personId, code } = await aStaffPerson(db)
    const [person] = await db.select().from(people).where(eq(people.id, personId))
    const given = { email: person?.email ?? '', password: staffPassword }
    const first = await signInStaff(aVisit(db), given, null)
    const half = await sessionOf(db, first.token, testNow)
    if (!half) throw new Error('There is no session.')
    const second = await takeStaffCode(aVisit(db), half, code())
    expect(second.token).not.toBe(first.token)
    expect([await opens(db, first.token), await opens(db, second.token)]).toEqual([false, true])
    const kept = JSON.stringify(await db.select().from(sessions))
    for (const { token } of [first, second]) expect(kept).not.toContain(token)
  })
})

describe('all sessions of a person end at once', () => {
  it('when their place ends', async () => {
    const { db, owner, manager, venueId, place } = await aVenueOfTwo()
    await endVenuePlace(owner.ctx, venueId, place)
    expect([await opens(db, manager.token), await opens(db, owner.token)]).toEqual([false, true])
  })

  it('when their role changes', async () => {
    const { db, owner, manager, venueId, place } = await aVenueOfTwo()
    await changeVenuePlace(owner.ctx, venueId, place, 'helper')
    expect([await opens(db, manager.token), await opens(db, owner.token)]).toEqual([false, true])
  })

  it('when their password changes, but for the one that changed it', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { personId } = await aStaffPerson(db)
    const { ctx } = await signedInAs(db, personId)
    const elsewhere = await signedInAs(db, personId, ['passkey'])
    const newPassword = 'seven boats under one moon'
    const token = await changePassword(ctx, { password: staffPassword, newPassword })
    expect([await opens(db, token), await opens(db, elsewhere.token)]).toEqual([true, false])
  })

  it('when they accept a higher place at their venue, but for the one that accepted it', async () => {
    const { db, owner, manager, venueId } = await aVenueOfTwo()
    const offer = { role: 'owner' as const, venueId, districtId: null, field: null }
    await invited(owner.ctx, manager.session, offer)
    const elsewhere = await signedInAs(db, manager.session.actor.person.id, ['email_code'])
    await acceptInvitation(manager.ctx, await linkIn(db), null)
    const after = await sessionOf(db, manager.token, testNow)
    expect(after?.actor.memberships).toMatchObject([{ role: 'owner' }])
    expect([await opens(db, manager.token), await opens(db, elsewhere.token)]).toEqual([
      true,
      false,
    ])
  })

  it('when staff accept one more place in the program, likewise', async () => {
    const db = aDatabase()
    await aProgram(db)
    const coordinator = await signedInAs(db, await aCoordinator(db))
    const liaisonId = await aLiaison(db, await aDistrict(db))
    const [here, elsewhere] = [await signedInAs(db, liaisonId), await signedInAs(db, liaisonId)]
    const offer = { role: 'coordinator' as const, venueId: null, districtId: null, field: null }
    const { spokenWord } = await invited(coordinator.ctx, here.session, offer)
    await acceptInvitation(here.ctx, await linkIn(db), spokenWord)
    expect([await opens(db, here.token), await opens(db, elsewhere.token)]).toEqual([true, false])
  })

  it('when they are removed', async () => {
    const { db, token, personId } = await someone('owner')
    await db.transaction((tx) =>
      tx.update(people).set({ removedAt: testNow }).where(eq(people.id, personId)),
    )
    expect(await sessionOf(db, token, testNow)).toBeNull()
  })
})

function invited(
  by: Context,
  { actor: { person } }: OpenSession,
  place: Pick<PlaceOffer, 'role' | 'venueId' | 'districtId' | 'field'>,
) {
  return inviteToPlace(by, { name: person.name, email: person.email, title: null, ...place })
}

async function linkIn(db: Database): Promise<string> {
  const mail = (await queuedMail(db)).find(({ kind }) => kind === 'place-invitation')
  return String(mail?.facts.path).split('/')[2] ?? ''
}

type Who = 'owner' | 'liaison' | 'both' | 'viewer'

async function someone(who: Who) {
  const db = aDatabase()
  await aProgram(db)
  const personId = await make(db, who)
  const factors: Factor[] = who === 'liaison' || who === 'both' ? ['passkey'] : ['email_code']
  const token = await db.transaction((tx) => startSession(tx, personId, factors, testNow))
  return { db, personId, token }
}

async function make(db: Database, who: Who): Promise<PersonId> {
  if (who === 'owner') return anOwner(db, await aVenue(db))
  const districtId = await aDistrict(db)
  if (who === 'viewer') {
    const viewer = await aPerson(db)
    await aMembership(db, viewer, 'district_viewer', { districtId })
    return viewer
  }
  const liaison = await aLiaison(db, districtId)
  if (who === 'both') await aMembership(db, liaison, 'owner', { venueId: await aVenue(db) })
  return liaison
}

async function aVenueOfTwo() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const owner = await signedInAs(db, await anOwner(db, venueId), ['email_code'])
  const managerId = await anOwner(db, venueId, { role: 'manager' })
  const manager = await signedInAs(db, managerId, ['email_code'])
  const [row] = await db.select().from(memberships).where(eq(memberships.personId, managerId))
  if (!row) throw new Error('There is no such place.')
  return { db, venueId, owner, manager, place: row.id }
}
