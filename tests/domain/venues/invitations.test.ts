import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { normalizedCode } from '~/domain/accounts/typed-code'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { newId, type VenueId } from '~/domain/ids'
import { codeOnFile } from '~/domain/venues/claim-code.server'
import { claimVenue } from '~/domain/venues/claim-venue.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { invitationLetter } from '~/domain/venues/letters.server'
import { withdrawInvitation } from '~/domain/venues/withdraw-invitation.server'
import type { Database } from '~db/open.server'
import { events, invitations, memberships } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { queuedMail } from '~tests/support/visits'

const email = 'bar@example.com'
const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000)

async function anInvitation() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  const coordinator = await contextFor(db, await aCoordinator(db))
  const id = await inviteVenue(coordinator, venueId, { email })
  return { db, venueId, coordinator, id, code: await codeOf(coordinator, id) }
}

async function codeOf(coordinator: Context, id: Awaited<ReturnType<typeof inviteVenue>>) {
  const { code } = await invitationLetter(coordinator, id)
  if (!code) throw new Error('The letter has no code.')
  return code
}

async function somebody(db: Database, now = testNow) {
  return contextFor(db, await aPerson(db), now, ['email_code'])
}

const ownersOf = (db: Database, venueId: VenueId) =>
  db
    .select()
    .from(memberships)
    .where(and(eq(memberships.venueId, venueId), isNull(memberships.endedAt)))

describe('inviting', () => {
  test('makes a letter and an email with one code, kept only hashed and sealed', async () => {
    const { db, code, id, coordinator } = await anInvitation()
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
    const [mail] = await queuedMail(db)
    expect(mail).toMatchObject({ kind: 'invitation', address: email })
    expect(normalizedCode(String(mail?.facts.code))).toBe(code)
    expect(mail?.facts.path).toBe(`/claim/${code}`)
    expect(JSON.stringify(await db.select().from(invitations))).not.toContain(code)
    // Sixty days from a Sunday evening; the letter promises the last whole day.
    expect(mail?.facts.expires).toBe('2027-01-20')
    expect(await invitationLetter(coordinator, id)).toMatchObject({
      venue: 'The Lantern',
      standing: 'open',
      until: '2027-01-20',
    })
  })

  test('sends no email where there is no address', async () => {
    const { db, coordinator } = await anInvitation()
    await inviteVenue(coordinator, await aVenue(db), { email: '' })
    expect(await queuedMail(db)).toHaveLength(1)
  })

  test('again takes the older code back and brings another', async () => {
    const { db, venueId, coordinator, code } = await anInvitation()
    const newer = await codeOf(coordinator, await inviteVenue(coordinator, venueId, { email: '' }))
    expect(newer).not.toBe(code)
    await expect(claimVenue(await somebody(db), code)).rejects.toThrow('replaced by a newer one')
    expect(await claimVenue(await somebody(db), newer)).toBe(venueId)
  })

  test('two equal submits write one letter', async () => {
    const { db, coordinator } = await anInvitation()
    const venueId = await aVenue(db)
    const twice = { ...coordinator, origin: { ...coordinator.origin, submission: 'a-form:1' } }
    const ids = await Promise.all([
      inviteVenue(twice, venueId, { email }),
      inviteVenue(twice, venueId, { email }),
    ])
    expect(ids[1]).toBe(ids[0])
    expect(await db.$count(invitations, eq(invitations.venueId, venueId))).toBe(1)
  })

  test('a venue that has joined is not invited once more', async () => {
    const { db, coordinator } = await anInvitation()
    const venueId = await aVenue(db)
    await anOwner(db, venueId)
    await expect(inviteVenue(coordinator, venueId, { email: '' })).rejects.toThrow(Invalid)
  })

  test('is for coordinators, and for venues that exist', async () => {
    const { db, venueId, coordinator, id } = await anInvitation()
    const owner = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(inviteVenue(owner, venueId, { email: '' })).rejects.toThrow(NotPermitted)
    await expect(invitationLetter(owner, id)).rejects.toThrow(NotPermitted)
    await expect(inviteVenue(coordinator, newId('ven'), { email: '' })).rejects.toThrow(NotFound)
  })
})

describe('a claim code', () => {
  test('makes a known owner, once', async () => {
    const { db, venueId, code } = await anInvitation()
    const ana = await somebody(db)
    expect(await claimVenue(ana, code)).toBe(venueId)
    expect(await ownersOf(db, venueId)).toMatchObject([
      { personId: ana.actor.person.id, role: 'owner', confirmedAt: testNow },
    ])
    // The same person, who lost the page: it leads them to their venue again.
    expect(await claimVenue(ana, code)).toBe(venueId)
    await expect(claimVenue(await somebody(db), code)).rejects.toThrow('was used already')
    expect(await ownersOf(db, venueId)).toHaveLength(1)
    expect(await db.$count(events, eq(events.kind, 'venue.claimed'))).toBe(1)
  })

  test('of two people at the same moment lets one in', async () => {
    const { db, venueId, code } = await anInvitation()
    const [ana, ben] = [await somebody(db), await somebody(db)]
    const outcomes = await Promise.allSettled([claimVenue(ana, code), claimVenue(ben, code)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(Invalid),
    })
    expect(await ownersOf(db, venueId)).toHaveLength(1)
  })

  test('each thing that can be wrong with it has its sentence', async () => {
    const { db, venueId, coordinator, id, code } = await anInvitation()
    const ana = await somebody(db)
    await expect(claimVenue(ana, '000000000000')).rejects.toThrow('We do not know this code')
    await expect(claimVenue(await somebody(db, later(60)), code)).rejects.toThrow('has run out')
    expect(await codeOnFile(db, code, later(59.9))).toMatchObject({ kind: 'invitation' })
    expect(await withdrawInvitation(coordinator, id)).toBe(venueId)
    await expect(claimVenue(ana, code)).rejects.toThrow('not needed any more')
    expect(await ownersOf(db, venueId)).toEqual([])
  })
})

describe('taking an invitation back', () => {
  test('is a conflict once it was used or taken back', async () => {
    const { db, coordinator, id } = await anInvitation()
    const race = await Promise.allSettled([
      withdrawInvitation(coordinator, id),
      withdrawInvitation(coordinator, id),
    ])
    expect(race.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(race[1]).toMatchObject({ reason: expect.any(Conflict) })

    const venueId = await aVenue(db)
    const second = await inviteVenue(coordinator, venueId, { email: '' })
    await claimVenue(await somebody(db), await codeOf(coordinator, second))
    await expect(withdrawInvitation(coordinator, second)).rejects.toThrow('has used this code')
  })

  test('is for coordinators', async () => {
    const { db, id } = await anInvitation()
    await expect(withdrawInvitation(await somebody(db), id)).rejects.toThrow(NotPermitted)
  })
})
