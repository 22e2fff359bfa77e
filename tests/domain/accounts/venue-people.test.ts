import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { acceptInvitation } from '~/domain/accounts/accept-invitation.server'
import { changeVenuePlace } from '~/domain/accounts/change-place.server'
import { endVenuePlace } from '~/domain/accounts/end-place.server'
import { openInvitations } from '~/domain/accounts/invitations.server'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { ownersOf, solelyOwned, venuePeople } from '~/domain/accounts/venue-people.server'
import type { Context } from '~/domain/context'
import { Invalid, NotFound, NotPermitted, ProofNeeded } from '~/domain/errors'
import type { MembershipId, PersonId, VenueId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import { eventDetails, events, memberships } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aPerson, aProgram, aVenue, contextFor, testNow } from '~tests/support/factories'
import { queuedMail } from '~tests/support/visits'

type Who = { ctx: Context; id: PersonId; place: MembershipId }

async function aTeam() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  const someone = async (role: 'owner' | 'manager' | 'helper', name: string): Promise<Who> => {
    const id = await anOwner(db, venueId, { role, name })
    const [held] = await db.select().from(memberships).where(eq(memberships.personId, id))
    return { id, place: held?.id as MembershipId, ctx: await contextFor(db, id) }
  }
  const marta = await someone('owner', 'Marta')
  const jose = await someone('manager', 'José')
  const noor = await someone('helper', 'Noor')
  return { db, venueId, someone, marta, jose, noor }
}

async function rolesAt(db: Database, venueId: VenueId, ctx: Context) {
  const rows = await venuePeople(db, ctx.actor, venueId)
  return rows.map(({ name, role }) => `${name} ${role}`)
}

describe('a role', () => {
  test('is changed by an owner: sessions end, offers go, all in charge are told', async () => {
    const { db, venueId, marta, jose } = await aTeam()
    const token = await db.transaction((tx) => startSession(tx, jose.id, ['email_code'], testNow))
    const offer = { name: 'Bo', email: 'bo@example.com', title: null, role: 'helper' as const }
    await inviteToPlace(jose.ctx, { ...offer, venueId, districtId: null, field: null })
    expect((await sessionOf(db, token, testNow))?.alive).toBe(true)
    await changeVenuePlace(marta.ctx, venueId, jose.place, 'helper')
    expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
    expect(await rolesAt(db, venueId, marta.ctx)).toEqual([
      'José helper',
      'Marta owner',
      'Noor helper',
    ])
    const [invitation] = await openInvitations(marta.ctx, venueId)
    expect(invitation?.invitation.withdrawnAt).toEqual(testNow)
    const [event] = await db.select().from(events).where(eq(events.kind, 'place.role_changed'))
    const [detail] = await db
      .select()
      .from(eventDetails)
      .where(eq(eventDetails.eventId, event?.id ?? 'evt_none'))
    expect(detail?.details).toMatchObject({
      before: { role: 'manager' },
      after: { role: 'helper' },
    })
    const told = (await queuedMail(db)).filter(({ kind }) => kind === 'place-changed')
    expect(told.map(({ personId }) => personId)).toEqual([jose.id])
  })

  test('is not for managers and helpers to change, nor without a fresh proof', async () => {
    const { venueId, marta, jose, noor } = await aTeam()
    const change = (ctx: Context) => changeVenuePlace(ctx, venueId, noor.place, 'manager')
    await expect(change(jose.ctx)).rejects.toThrow(NotPermitted)
    await expect(change(noor.ctx)).rejects.toThrow(NotPermitted)
    const later = new Date(testNow.getTime() + 11 * 60_000)
    await expect(change({ ...marta.ctx, now: later })).rejects.toThrow(ProofNeeded)
  })

  test('of another venue is absent', async () => {
    const { db, marta } = await aTeam()
    const theirs = await aVenue(db)
    const owner = await contextFor(db, await anOwner(db, theirs))
    await expect(changeVenuePlace(owner, theirs, marta.place, 'helper')).rejects.toThrow(NotFound)
    await expect(endVenuePlace(owner, theirs, marta.place)).rejects.toThrow(NotFound)
  })
})

describe('a place', () => {
  test('ends at once and is told to the person and to those in charge', async () => {
    const { db, venueId, marta, jose, noor } = await aTeam()
    const token = await db.transaction((tx) => startSession(tx, noor.id, ['email_code'], testNow))
    expect(await endVenuePlace(jose.ctx, venueId, noor.place)).toEqual({ left: false })
    expect((await sessionOf(db, token, testNow))?.alive).toBe(false)
    const told = (await queuedMail(db)).map(({ personId, facts }) => [personId, facts.toSelf])
    expect(told).toEqual(
      expect.arrayContaining([
        [marta.id, false],
        [noor.id, true],
      ]),
    )
    expect(told).toHaveLength(2)
    await expect(endVenuePlace(jose.ctx, venueId, noor.place)).rejects.toThrow(NotFound)
  })

  test('of a manager is not a manager’s to end; everybody gives up their own', async () => {
    const { venueId, someone, jose, noor } = await aTeam()
    const ana = await someone('manager', 'Ana')
    await expect(endVenuePlace(jose.ctx, venueId, ana.place)).rejects.toThrow(NotPermitted)
    await expect(endVenuePlace(noor.ctx, venueId, ana.place)).rejects.toThrow(NotPermitted)
    expect(await endVenuePlace(noor.ctx, venueId, noor.place)).toEqual({ left: true })
  })

  test('of the last known owner stays: no removal, change or leaving', async () => {
    const { db, venueId, marta } = await aTeam()
    await expect(endVenuePlace(marta.ctx, venueId, marta.place)).rejects.toThrow(Invalid)
    await expect(changeVenuePlace(marta.ctx, venueId, marta.place, 'helper')).rejects.toThrow(
      'without an owner',
    )
    expect(await solelyOwned(db, marta.id)).toEqual([venueId])
  })

  test.each([[0], [1]])(
    'of two owners who remove each other, one stays (%i first)',
    async (first) => {
      const { db, venueId, marta, someone } = await aTeam()
      const devon = await someone('owner', 'Devon')
      expect(await solelyOwned(db, marta.id)).toEqual([])
      const deeds = [
        () => endVenuePlace(marta.ctx, venueId, devon.place),
        () => endVenuePlace(devon.ctx, venueId, marta.place),
      ]
      const order = first === 0 ? deeds : deeds.reverse()
      const results = await Promise.allSettled(order.map((deed) => deed()))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await ownersOf(db, venueId)).toEqual([first === 0 ? marta.id : devon.id])
    },
  )

  test('lost a moment ago gives no right to what is still on its way', async () => {
    const { venueId, marta, jose, noor } = await aTeam()
    await changeVenuePlace(marta.ctx, venueId, jose.place, 'helper')
    await expect(endVenuePlace(jose.ctx, venueId, noor.place)).rejects.toThrow(NotPermitted)
  })
})

describe('handing the venue over', () => {
  async function handedOver(handOver: 'stays' | 'leaves', known: boolean) {
    const team = await aTeam()
    const { db, venueId, marta, jose } = team
    const cam = { name: 'Cam', email: 'cam@example.com' }
    const person = known ? jose.ctx.actor.person : cam
    const offer = { name: person.name, email: person.email, title: null, role: 'owner' as const }
    const place = { venueId, districtId: null, field: null, handOver }
    await inviteToPlace(marta.ctx, { ...offer, ...place })
    // Nothing changes before it is accepted.
    expect(await ownersOf(db, venueId)).toEqual([marta.id])
    const mail = (await queuedMail(db)).find(({ kind }) => kind === 'place-invitation')
    const link = String(mail?.facts.path).split('/')[2] ?? ''
    const newOwner = known ? jose.ctx : await contextFor(db, await aPerson(db, cam))
    await acceptInvitation(newOwner, link, null)
    return { ...team, newOwner: await contextFor(db, newOwner.actor.person.id) }
  }

  test.each([
    ['stays', false, 'Marta manager'],
    ['stays', true, 'Marta manager'],
    ['leaves', true, undefined],
  ] as const)('takes effect when it is accepted (%s, known %s)', async (way, known, left) => {
    const { db, venueId, newOwner } = await handedOver(way, known)
    expect(await ownersOf(db, venueId)).toEqual([newOwner.actor.person.id])
    const roles = await rolesAt(db, venueId, newOwner)
    expect(roles.find((each) => each.startsWith('Marta'))).toBe(left)
    expect(await db.$count(events, eq(events.kind, 'venue.handed_over'))).toBe(1)
  })

  test('is for owners alone', async () => {
    const { venueId, jose } = await aTeam()
    const offer = { name: 'Cam', email: 'cam@example.com', title: null, role: 'helper' as const }
    const place = { venueId, districtId: null, field: null, handOver: 'leaves' as const }
    await expect(inviteToPlace(jose.ctx, { ...offer, ...place })).rejects.toThrow(NotPermitted)
  })
})
