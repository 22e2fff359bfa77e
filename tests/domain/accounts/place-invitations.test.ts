import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { acceptInvitation } from '~/domain/accounts/accept-invitation.server'
import { invitationByToken, openInvitations } from '~/domain/accounts/invitations.server'
import { inviteToPlace, type PlaceOffer } from '~/domain/accounts/invite-to-place.server'
import { standingOf } from '~/domain/accounts/place-invitation'
import { renewPlaceInvitation } from '~/domain/accounts/renew-invitation.server'
import { renewInvited } from '~/domain/accounts/renew-invited.server'
import { startSession } from '~/domain/accounts/session.server'
import { openSetup } from '~/domain/accounts/staff-setup.server'
import { withdrawPlaceInvitation } from '~/domain/accounts/withdraw-invitation.server'
import { Conflict, Invalid, NotFound, NotPermitted, ProofNeeded } from '~/domain/errors'
import type { PersonId, VenueId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import {
  events,
  memberships,
  passkeys,
  placeInvitations,
  sessions,
  staffSetups,
  submissions,
} from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aVisit, queuedMail } from '~tests/support/visits'

const email = 'cam@example.com'
const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000)

async function aTown() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  const owner = await contextFor(db, await anOwner(db, venueId, { name: 'Marta' }))
  return { db, venueId, owner }
}

function offerOf(venueId: VenueId, facts: Partial<PlaceOffer> = {}): PlaceOffer {
  const place = { role: 'manager' as const, venueId, districtId: null, field: null }
  return { name: 'Cam Lee', email, title: null, ...place, ...facts }
}

/** The token in the mail to an address that stands for its newest invitation now. */
async function linkFor(db: Database, address = email): Promise<string> {
  for (const mail of await queuedMail(db)) {
    const token = String(mail.facts.path).split('/')[2] ?? ''
    if (mail.kind !== 'place-invitation' || mail.address !== address) continue
    const found = await invitationByToken(db, token)
    if (found && !found.invitation.acceptedAt) return token
  }
  throw new Error(`No link works that was mailed to ${address}.`)
}

/** Cam, signed in with a code by email. */
async function cam(db: Database, at = testNow) {
  return contextFor(db, await aPerson(db, { name: 'Cam Lee', email }), at, ['email_code'])
}

async function placesOf(db: Database, personId: PersonId) {
  const rows = await db.select().from(memberships).where(eq(memberships.personId, personId))
  return rows.map(({ role, endedAt }) => (endedAt ? 'ended' : role))
}

describe('an invitation to a venue', () => {
  test('is accepted by the person of its address, once, and the others hear of it', async () => {
    const { db, venueId, owner } = await aTown()
    await anOwner(db, venueId, { role: 'manager', name: 'José' })
    const { spokenWord } = await inviteToPlace(owner, offerOf(venueId))
    expect(spokenWord).toBeNull()
    const token = await linkFor(db)
    const guest = await cam(db)
    expect(await acceptInvitation(guest, token, null)).toBe(`/venue/${venueId}`)
    expect(await placesOf(db, guest.actor.person.id)).toEqual(['manager'])
    const told = (await queuedMail(db)).filter(({ kind }) => kind === 'place-changed')
    expect(told.map(({ facts }) => facts)).toEqual(
      Array(2).fill(expect.objectContaining({ change: 'joined', person: 'Cam Lee', by: 'Marta' })),
    )
    // Again leads to the same place, and makes no second one.
    expect(await acceptInvitation(guest, token, null)).toBe(`/venue/${venueId}`)
    expect(await placesOf(db, guest.actor.person.id)).toEqual(['manager'])
  })

  test('at the same moment twice makes one place', async () => {
    const { db, venueId, owner } = await aTown()
    await inviteToPlace(owner, offerOf(venueId))
    const token = await linkFor(db)
    const guest = await cam(db)
    await Promise.all([1, 2].map(() => acceptInvitation(guest, token, null)))
    expect(await placesOf(db, guest.actor.person.id)).toEqual(['manager'])
    expect(await db.$count(events, eq(events.kind, 'place.accepted'))).toBe(1)
  })

  test('opens nothing to another address, after seven days, or once it is taken back', async () => {
    const { db, venueId, owner } = await aTown()
    const { id } = await inviteToPlace(owner, offerOf(venueId))
    const token = await linkFor(db)
    const other = await contextFor(db, await aPerson(db))
    await expect(acceptInvitation(other, token, null)).rejects.toThrow('another email address')
    const guest = await cam(db)
    const late = { ...guest, now: days(7) }
    await expect(acceptInvitation(late, token, null)).rejects.toThrow('has run out')
    await withdrawPlaceInvitation(owner, id)
    await expect(acceptInvitation(guest, token, null)).rejects.toThrow('taken back')
    await expect(renewPlaceInvitation(owner, id)).rejects.toThrow(Conflict)
    expect(await placesOf(db, guest.actor.person.id)).toEqual([])
  })

  test('keeps no token, and its mail goes to the invited address alone', async () => {
    const { db, venueId, owner } = await aTown()
    await inviteToPlace(owner, offerOf(venueId))
    const token = await linkFor(db)
    expect(token.length).toBeGreaterThan(50)
    expect(JSON.stringify(await db.select().from(placeInvitations))).not.toContain(token)
    const [mail] = await queuedMail(db)
    expect(mail).toMatchObject({ address: email, personId: null })
  })

  test('is for owners to give; managers invite helpers, helpers nobody', async () => {
    const { db, venueId, owner } = await aTown()
    const manager = await contextFor(db, await anOwner(db, venueId, { role: 'manager' }))
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    const unsure = await contextFor(db, await anOwner(db, await aVenue(db), { confirmed: false }))
    const theirs = unsure.actor.memberships[0]?.venueId as VenueId
    await expect(inviteToPlace(manager, offerOf(venueId))).rejects.toThrow(
      'A manager invites helpers',
    )
    await expect(inviteToPlace(helper, offerOf(venueId, { role: 'helper' }))).rejects.toThrow(
      NotPermitted,
    )
    await expect(inviteToPlace(unsure, offerOf(theirs))).rejects.toThrow('still confirming')
    await expect(inviteToPlace(owner, offerOf(theirs))).rejects.toThrow(NotPermitted)
    await inviteToPlace(manager, offerOf(venueId, { role: 'helper' }))
  })

  test('needs a fresh proof, and is not doubled', async () => {
    const { db, venueId, owner } = await aTown()
    const stale = { ...owner, now: days(1) }
    await expect(inviteToPlace(stale, offerOf(venueId))).rejects.toThrow(ProofNeeded)
    await inviteToPlace(owner, offerOf(venueId))
    await expect(inviteToPlace(owner, offerOf(venueId, { role: 'helper' }))).rejects.toThrow(
      'An invitation to this address is open',
    )
    await acceptInvitation(await cam(db), await linkFor(db), null)
    await expect(inviteToPlace(owner, offerOf(venueId))).rejects.toThrow('has that place already')
  })

  test('falls with the place of whoever gave it', async () => {
    const { db, venueId, owner } = await aTown()
    await inviteToPlace(owner, offerOf(venueId))
    await db.transaction((tx) =>
      tx
        .update(memberships)
        .set({ role: 'helper' })
        .where(eq(memberships.personId, owner.actor.person.id)),
    )
    await expect(acceptInvitation(await cam(db), await linkFor(db), null)).rejects.toThrow(
      'no longer has a place that invites',
    )
  })

  test('raises a lower place, never lowers one, and confirms one as it says', async () => {
    const { db, venueId, owner } = await aTown()
    const guest = await cam(db)
    const personId = guest.actor.person.id
    await aMembership(db, personId, 'owner', { venueId, confirmed: false })
    await inviteToPlace(owner, offerOf(venueId, { role: 'helper' }))
    await acceptInvitation(guest, await linkFor(db), null)
    expect(await placesOf(db, personId)).toEqual(['helper'])
    await inviteToPlace(owner, offerOf(venueId))
    await acceptInvitation(guest, await linkFor(db), null)
    await inviteToPlace(owner, offerOf(venueId, { role: 'helper' }))
    await acceptInvitation(guest, await linkFor(db), null)
    expect(await placesOf(db, personId)).toEqual(['manager'])
  })
})

describe('a new link', () => {
  test('takes the place of the old one, also when an old one asks for it', async () => {
    const { db, venueId, owner } = await aTown()
    const { id } = await inviteToPlace(owner, offerOf(venueId))
    const first = await linkFor(db)
    await renewPlaceInvitation({ ...owner, now: days(1) }, id)
    const second = await linkFor(db)
    expect(second).not.toBe(first)
    expect(await invitationByToken(db, first)).toBeNull()
    await renewInvited(aVisit(db, 9 * 86_400), first)
    const third = await linkFor(db)
    expect(third).not.toBe(second)
    const found = await invitationByToken(db, third)
    expect(found && standingOf(found.invitation, days(15))).toBe('open')
    expect(found && standingOf(found.invitation, days(17))).toBe('expired')
  })

  test('goes to nobody for a link that is unknown, accepted, taken back or long over', async () => {
    const { db, venueId, owner } = await aTown()
    const { id } = await inviteToPlace(owner, offerOf(venueId))
    const token = await linkFor(db)
    const count = async () => (await queuedMail(db)).length
    const before = await count()
    await renewInvited(aVisit(db), 'nothing')
    await renewInvited(aVisit(db, 38 * 86_400), token)
    await withdrawPlaceInvitation(owner, id)
    await renewInvited(aVisit(db), token)
    expect(await count()).toBe(before)
  })

  test('is sent and taken back by the people of that venue alone', async () => {
    const { db, venueId, owner } = await aTown()
    const { id } = await inviteToPlace(owner, offerOf(venueId))
    const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(renewPlaceInvitation(stranger, id)).rejects.toThrow(NotFound)
    await expect(withdrawPlaceInvitation(stranger, id)).rejects.toThrow(NotFound)
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    await expect(withdrawPlaceInvitation(helper, id)).rejects.toThrow(NotPermitted)
    for (const other of [stranger, helper]) {
      await expect(openInvitations(other, venueId)).rejects.toThrow(NotPermitted)
      await expect(openInvitations(other, null)).rejects.toThrow(NotPermitted)
    }
    expect(await openInvitations(owner, venueId)).toHaveLength(1)
  })
})

describe('an invitation to the program', () => {
  async function aLiaisonToBe() {
    const { db } = await aTown()
    const coordinator = await contextFor(db, await aCoordinator(db))
    const districtId = await aDistrict(db, 'Harbor')
    const offer = { name: 'Cam Lee', email, title: 'Sgt.', role: 'liaison' as const, districtId }
    const invited = await inviteToPlace(coordinator, { ...offer, venueId: null, field: null })
    return { db, coordinator, districtId, ...invited, word: invited.spokenWord ?? '' }
  }

  test('asks staff for the spoken word, and leads them to set up their sign-in', async () => {
    const { db, word } = await aLiaisonToBe()
    expect(word).toMatch(/^[a-z]+-[a-z]+-\d\d$/)
    const token = await linkFor(db)
    const guest = await cam(db)
    const personId = guest.actor.person.id
    await db.transaction(async (tx) => {
      await startSession(tx, personId, ['email_code'], testNow)
      await tx.insert(passkeys).values({
        ...{ id: 'key', personId, publicKey: '', counter: 0, transports: [] },
        ...{ backedUp: false, label: 'Phone', createdAt: testNow },
      })
    })
    await expect(acceptInvitation(guest, token, null)).rejects.toThrow(Invalid)
    await expect(acceptInvitation(guest, token, 'amber-amber-10')).rejects.toThrow('not the word')
    const path = await acceptInvitation(guest, token, ` ${word.toUpperCase().replace('-', ' ')}`)
    const setup = await openSetup(db, path.split('/')[3] ?? '', testNow)
    expect(setup?.person).toMatchObject({ id: personId, title: 'Sgt.' })
    expect(await placesOf(db, personId)).toEqual(['liaison'])
    // What an email alone had been enough for is gone.
    expect(await db.$count(passkeys)).toBe(0)
    const [session] = await db.select().from(sessions)
    expect(session?.endedAt).toEqual(testNow)
  })

  test('to several districts gives all of them, each once, and is not doubled by any', async () => {
    const { db, coordinator, districtId: harbor } = await aLiaisonToBe()
    const uptown = await aDistrict(db, 'Uptown')
    const quay = await aDistrict(db, 'Quay')
    const bo = 'bo@example.com'
    const offer = { name: 'Bo', email: bo, title: null, role: 'liaison' as const }
    const place = { ...offer, venueId: null, field: null, districtId: uptown }
    const both = { ...place, moreDistricts: [harbor] }
    const unknown = { ...place, moreDistricts: ['dis_nowhere' as typeof harbor] }
    await expect(inviteToPlace(coordinator, unknown)).rejects.toThrow(Invalid)
    const { spokenWord } = await inviteToPlace(coordinator, both)
    const invited = (await queuedMail(db)).find(({ address }) => address === bo)
    expect(invited?.facts.offer).toMatchObject({ district: 'Harbor and Uptown' })
    const open = await openInvitations(coordinator, null)
    const listed = open.find(({ invitation }) => invitation.email === bo)
    expect(listed?.district).toBe('Harbor and Uptown')
    await expect(
      inviteToPlace(coordinator, { ...place, districtId: quay, moreDistricts: [harbor] }),
    ).rejects.toThrow('is open')

    const guest = await contextFor(db, await aPerson(db, { email: bo }), testNow, ['email_code'])
    await acceptInvitation(guest, await linkFor(db, bo), spokenWord)
    const held = await db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, guest.actor.person.id))
    expect(held.map(({ role, districtId }) => [role, districtId])).toEqual([
      ['liaison', uptown],
      ['liaison', harbor],
    ])
    expect(await db.$count(events, eq(events.kind, 'place.accepted'))).toBe(2)
    await expect(inviteToPlace(coordinator, both)).rejects.toThrow('one of these districts')
  })

  test('is closed by five wrong words, until the coordinator sends it again with another', async () => {
    const { db, coordinator, id, word } = await aLiaisonToBe()
    const token = await linkFor(db)
    const guest = await cam(db)
    for (let i = 0; i < 5; i += 1) {
      await expect(acceptInvitation(guest, token, `amber-amber-1${i}`)).rejects.toThrow(Invalid)
    }
    await expect(acceptInvitation(guest, token, word)).rejects.toThrow('this invitation is closed')
    // The invited person cannot open it again by asking for a link.
    const before = (await queuedMail(db)).length
    await renewInvited(aVisit(db), token)
    expect((await queuedMail(db)).length).toBe(before)
    const again = await renewPlaceInvitation(coordinator, id)
    expect(again.spokenWord).not.toBe(word)
    await acceptInvitation(guest, await linkFor(db), again.spokenWord)
    expect(await db.$count(events, eq(events.kind, 'place.invitation_refused'))).toBe(5)
  })

  test('leaves no spoken word and no set-up link readable in the database', async () => {
    const { db, coordinator, word } = await aLiaisonToBe()
    const submission = 'a-form-with-an-id-of-its-own'
    const guest = await cam(db)
    const sent = { ...guest, origin: { ...guest.origin, submission } }
    const path = await acceptInvitation(sent, await linkFor(db), word)
    const inviting = { ...coordinator, origin: { ...coordinator.origin, submission } }
    const offer = { name: 'Bo', email: 'bo@example.com', title: null, role: 'coordinator' as const }
    const place = { venueId: null, districtId: null, field: null }
    const { spokenWord } = await inviteToPlace(inviting, { ...offer, ...place })
    const kept = JSON.stringify([
      await db.select().from(submissions),
      await db.select().from(staffSetups),
      await db.select().from(placeInvitations),
      (await queuedMail(db)).filter(({ kind }) => kind !== 'place-invitation'),
    ])
    expect(kept).not.toContain(path.split('/')[3])
    for (const each of [word, spokenWord]) expect(kept).not.toContain(each)
    // The same form sent twice shows the same word.
    expect((await inviteToPlace(inviting, { ...offer, ...place })).spokenWord).toBe(spokenWord)
  })

  test('of a district viewer needs no word and no set-up', async () => {
    const { db, coordinator, districtId } = await aLiaisonToBe()
    const address = 'ruth@example.com'
    const offer = { name: 'Ruth', email: address, title: null, role: 'district_viewer' as const }
    const place = { venueId: null, districtId, field: null }
    const { spokenWord } = await inviteToPlace(coordinator, { ...offer, ...place })
    expect(spokenWord).toBeNull()
    const ruth = await contextFor(db, await aPerson(db, { email: address }), testNow, [
      'email_code',
    ])
    expect(await acceptInvitation(ruth, await linkFor(db, address), null)).toBe('/home')
  })

  test('is for coordinators to give', async () => {
    const { owner } = await aTown()
    const place = { venueId: null, districtId: null, field: null }
    const offer = { name: 'Bo', email, title: null, role: 'coordinator' as const, ...place }
    await expect(inviteToPlace(owner, offer)).rejects.toThrow('by a coordinator')
  })
})
