import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { sessionOf } from '~/domain/accounts/session.server'
import { normalizedCode } from '~/domain/accounts/typed-code'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { JoinRequestId, VenueId } from '~/domain/ids'
import { permit } from '~/domain/permissions/permission'
import { canShare, canWorkOnDrafts } from '~/domain/permissions/venue'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { askToJoin, askWithTypedVenue } from '~/domain/venues/ask-to-join.server'
import { claimVenue } from '~/domain/venues/claim-venue.server'
import { confirmJoin } from '~/domain/venues/confirm-join.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { type JoinIntent, openIntent, sealIntent } from '~/domain/venues/join-intent.server'
import { ownRequest, venuesToJoin } from '~/domain/venues/join-page.server'
import { joinWithCode } from '~/domain/venues/join-with-code.server'
import { invitationLetter, joinLetter } from '~/domain/venues/letters.server'
import { mailJoinCode } from '~/domain/venues/mail-join-code.server'
import { venueFor } from '~/domain/venues/queries.server'
import { setAsideJoin } from '~/domain/venues/set-aside-join.server'
import type { Database } from '~db/open.server'
import { joinRequests, memberships, people, venues } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aBrowser, aVisit, codeFor, queuedMail } from '~tests/support/visits'

const call = { phone: '(202) 555-0100', district: '' }

async function aTown() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern', districtId: await aDistrict(db) })
  const coordinator = await contextFor(db, await aCoordinator(db))
  return { db, venueId, coordinator }
}

async function aRequest() {
  const town = await aTown()
  const personId = await aPerson(town.db, { name: 'Ana Reyes', email: 'ana@example.com' })
  await askToJoin(await as(town.db, personId), town.venueId, 'I own the place.')
  return { ...town, personId, requestId: await requestOf(town.db, town.venueId) }
}

async function as(db: Database, personId: Awaited<ReturnType<typeof aPerson>>) {
  return contextFor(db, personId, testNow, ['email_code'])
}

async function requestOf(db: Database, venueId: VenueId): Promise<JoinRequestId> {
  const [request] = await db.select().from(joinRequests).where(eq(joinRequests.venueId, venueId))
  if (!request) throw new Error('There is no request.')
  return request.id
}

describe('asking to join', () => {
  test('opens drafts at once, but no share', async () => {
    const { db, venueId, personId } = await aRequest()
    const ana = await as(db, personId)
    await startPolicy(ana, venueId, { template: 'occupancy', title: '' })
    expect(() => permit(canWorkOnDrafts(ana.actor, venueId))).not.toThrow()
    expect(() => permit(canShare(ana.actor, venueId))).toThrow('still confirming')
    const [mail] = await queuedMail(db)
    expect(mail).toMatchObject({ kind: 'join-received', facts: { open: true } })
  })

  test('opens nothing to a second person, neither before nor after the first is confirmed', async () => {
    const { db, venueId, coordinator, requestId, personId } = await aRequest()
    // First show that there is something to see.
    expect((await venueFor(db, (await as(db, personId)).actor, venueId)).name).toBe('The Lantern')
    const ben = await aPerson(db)
    expect(await askToJoin(await as(db, ben), venueId, '')).toEqual({ venueId, open: false })
    await expect(venueFor(db, (await as(db, ben)).actor, venueId)).rejects.toThrow(NotFound)
    await confirmJoin(coordinator, requestId, call)
    await expect(venueFor(db, (await as(db, ben)).actor, venueId)).rejects.toThrow(NotFound)
  })

  test('at a venue with people opens nothing, and says so by email', async () => {
    const { db, venueId } = await aTown()
    await anOwner(db, venueId)
    const ben = await as(db, await aPerson(db))
    expect(await askToJoin(ben, venueId, '')).toEqual({ venueId, open: false })
    const [mail] = await queuedMail(db)
    expect(mail).toMatchObject({ facts: { open: false, path: `/join/${venueId}` } })
    expect(await ownRequest(ben, venueId)).toMatchObject({
      request: { state: 'waiting' },
      place: null,
    })
  })

  test('twice is one request, and known people need none', async () => {
    const { db, venueId, personId } = await aRequest()
    expect(await askToJoin(await as(db, personId), venueId, 'Again')).toEqual({
      venueId,
      open: true,
    })
    const requests = await db.select({ words: joinRequests.words }).from(joinRequests)
    expect(requests).toEqual([{ words: 'Again' }])
    await askToJoin(await as(db, personId), venueId, '')
    expect(await db.select({ words: joinRequests.words }).from(joinRequests)).toEqual(requests)
    const owner = await as(db, await anOwner(db, await aVenue(db)))
    const theirs = owner.actor.memberships[0]?.venueId as VenueId
    await expect(askToJoin(owner, theirs, '')).rejects.toThrow(Invalid)
  })

  test('with a venue typed in makes it, and no more than five may wait', async () => {
    const { db } = await aTown()
    const ana = await aPerson(db)
    const typed = { venue: 'The Lantern', address: '1 Main St', words: '' }
    for (let i = 0; i < 5; i += 1) await askWithTypedVenue(await as(db, ana), typed)
    await expect(askWithTypedVenue(await as(db, ana), typed)).rejects.toThrow('5 requests waiting')
    const made = await db.select().from(venues).where(eq(venues.source, 'typed'))
    expect(made.filter(({ address }) => address === '1 Main St')).toHaveLength(5)
  })
})

describe('confirming', () => {
  test('by phone opens sharing, notes the number and takes an open letter back', async () => {
    const { db, venueId, coordinator, requestId, personId } = await aRequest()
    const letter = await inviteVenue(coordinator, venueId, { email: '' })
    await confirmJoin(coordinator, requestId, call)
    const ana = await as(db, personId)
    expect(() => permit(canShare(ana.actor, venueId))).not.toThrow()
    expect(await venueFor(db, ana.actor, venueId)).toMatchObject({ phone: call.phone })
    expect(await invitationLetter(coordinator, letter)).toMatchObject({ standing: 'withdrawn' })
    expect((await queuedMail(db)).map(({ kind }) => kind)).toContain('join-confirmed')
  })

  test('gives a venue without a district one', async () => {
    const { db, coordinator } = await aTown()
    const venueId = await aVenue(db)
    await askToJoin(await as(db, await aPerson(db)), venueId, '')
    const requestId = await requestOf(db, venueId)
    await expect(confirmJoin(coordinator, requestId, call)).rejects.toThrow('Choose the district')
    const district = await aDistrict(db)
    await confirmJoin(coordinator, requestId, { ...call, district })
    const [venue] = await db.select().from(venues).where(eq(venues.id, venueId))
    expect(venue?.districtId).toBe(district)
  })

  test('by a mailed code works for the person who asked and for nobody else', async () => {
    const { db, venueId, coordinator, requestId, personId } = await aRequest()
    expect((await joinLetter(coordinator, requestId)).code).toBeNull()
    await mailJoinCode(coordinator, requestId)
    const { code } = await joinLetter(coordinator, requestId)
    if (!code) throw new Error('The letter has no code.')
    const ben = await as(db, await aPerson(db))
    await expect(claimVenue(ben, code)).rejects.toThrow('somebody else’s request')
    expect(await claimVenue(await as(db, personId), code)).toBe(venueId)
    const [request] = await db.select().from(joinRequests)
    expect(request).toMatchObject({ state: 'confirmed', confirmedHow: 'mailed_code' })
    expect(canShare((await as(db, personId)).actor, venueId)).toEqual({ allowed: true })
    await expect(claimVenue(ben, code)).rejects.toThrow('was used already')
  })

  test('two coordinators at once: one answer', async () => {
    const { db, coordinator, requestId } = await aRequest()
    const other = await contextFor(db, await aCoordinator(db))
    const outcomes = await Promise.allSettled([
      confirmJoin(coordinator, requestId, call),
      setAsideJoin(other, requestId, 'Nobody answered the phone.'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(outcomes[1]).toMatchObject({ reason: expect.any(Conflict) })
  })

  test('is for coordinators, and never for one’s own request', async () => {
    const { db, venueId, coordinator, requestId, personId } = await aRequest()
    await expect(confirmJoin(await as(db, personId), requestId, call)).rejects.toThrow(NotPermitted)
    await askToJoin(coordinator, venueId, '')
    const all = await db.select().from(joinRequests)
    const own = all.find((request) => request.personId === coordinator.actor.person.id)
    await expect(confirmJoin(coordinator, own?.id ?? requestId, call)).rejects.toThrow(
      'another coordinator',
    )
  })
})

test('a letter’s code answers the own request; those of others stay for the coordinator', async () => {
  const { db, venueId, coordinator, personId } = await aRequest()
  const ben = await aPerson(db)
  await askToJoin(await as(db, ben), venueId, '')
  const { code } = await invitationLetter(
    coordinator,
    await inviteVenue(coordinator, venueId, { email: '' }),
  )
  await claimVenue(await as(db, ben), code ?? '')
  const requests = await db.select().from(joinRequests)
  expect(new Map(requests.map((request) => [request.personId, request.state]))).toEqual(
    new Map([
      [personId, 'waiting'],
      [ben, 'confirmed'],
    ]),
  )
})

test('setting aside tells why, ends the place, and leaves the way open', async () => {
  const { db, venueId, coordinator, requestId, personId } = await aRequest()
  await setAsideJoin(coordinator, requestId, 'Nobody answered the public phone on three days.')
  const ana = await as(db, personId)
  expect(ana.actor.memberships).toEqual([])
  expect(await queuedMail(db)).toContainEqual(
    expect.objectContaining({
      kind: 'join-set-aside',
      address: 'ana@example.com',
      facts: {
        venue: 'The Lantern',
        reason: 'Nobody answered the public phone on three days.',
      },
    }),
  )
  expect(await askToJoin(ana, venueId, '')).toEqual({ venueId, open: true })
})

describe('somebody new', () => {
  const intent = (what: JoinIntent['what']): JoinIntent => ({
    name: 'Cam Lee',
    email: 'cam@example.com',
    what,
  })

  test('becomes a person by a confirmed address, and does what they came for', async () => {
    const { db, venueId } = await aTown()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, 'cam@example.com', { newcomers: true })
    expect(await db.$count(people, eq(people.email, 'cam@example.com'))).toBe(0)
    const code = normalizedCode(await codeFor(db, 'cam@example.com'))
    const sealed = sealIntent(intent({ kind: 'ask', venueId, words: '' }))
    const opened = openIntent(sealed)
    if (!opened) throw new Error('The intent did not open.')
    const { token, path } = await joinWithCode(aVisit(db, 9), browser, code, null, opened)
    expect(path).toBe(`/venue/${venueId}`)
    const session = await sessionOf(db, token, testNow)
    expect(session?.actor.person).toMatchObject({ name: 'Cam Lee', email: 'cam@example.com' })
    expect(openIntent(`${sealed.slice(0, -2)}AA`)).toBeNull()
  })

  test('is led to the sentence when their letter’s code was used meanwhile', async () => {
    const { db, venueId, coordinator } = await aTown()
    const letter = await inviteVenue(coordinator, venueId, { email: '' })
    const claim = (await invitationLetter(coordinator, letter)).code ?? ''
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, 'cam@example.com', { newcomers: true })
    await claimVenue(await as(db, await aPerson(db)), claim)
    const code = normalizedCode(await codeFor(db, 'cam@example.com'))
    const what = intent({ kind: 'claim', code: claim })
    const { path } = await joinWithCode(aVisit(db, 9), browser, code, null, what)
    expect(path).toBe(`/claim/${claim}`)
    expect(await db.$count(memberships, eq(memberships.venueId, venueId))).toBe(1)
  })

  test('who is known already keeps their own name', async () => {
    const { db, venueId } = await aTown()
    await aPerson(db, { name: 'Camille Lee', email: 'cam@example.com' })
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, 'cam@example.com', { newcomers: true })
    const code = normalizedCode(await codeFor(db, 'cam@example.com'))
    const what = intent({ kind: 'ask', venueId, words: '' })
    await joinWithCode(aVisit(db, 9), browser, code, null, what)
    expect(await db.select({ name: people.name }).from(people)).toContainEqual({
      name: 'Camille Lee',
    })
    expect(await db.$count(people, eq(people.email, 'cam@example.com'))).toBe(1)
  })

  test('cannot use a wrong code, nor one that was sent to another address', async () => {
    const { db, venueId } = await aTown()
    const browser = aBrowser()
    await requestSignInCode(aVisit(db), browser, 'other@example.com', { newcomers: true })
    const code = normalizedCode(await codeFor(db, 'other@example.com'))
    const what = intent({ kind: 'ask', venueId, words: '' })
    await expect(joinWithCode(aVisit(db, 9), browser, code, null, what)).rejects.toThrow(Invalid)
    await expect(joinWithCode(aVisit(db, 9), browser, 'aaaaaaaa', null, what)).rejects.toThrow(
      Invalid,
    )
    expect(await db.$count(people, eq(people.email, 'cam@example.com'))).toBe(0)
  })
})

test('anybody may look for a venue, and finds its name and address alone', async () => {
  const { db, venueId } = await aTown()
  const { found } = await venuesToJoin(db, 'lant')
  expect(found).toEqual([{ id: venueId, name: 'The Lantern', address: expect.any(String) }])
  expect(await venuesToJoin(db, '  ')).toEqual({ found: [], more: false })
})
