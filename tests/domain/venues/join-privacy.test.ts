import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { requestSignInCode } from '~/domain/accounts/request-sign-in-code.server'
import { normalizedCode } from '~/domain/accounts/typed-code'
import { Invalid, NotFound } from '~/domain/errors'
import { policiesOf } from '~/domain/policies/queries.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { askToJoin, askWithTypedVenue } from '~/domain/venues/ask-to-join.server'
import { claimVenue } from '~/domain/venues/claim-venue.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { venuesToJoin } from '~/domain/venues/join-page.server'
import { joinWithCode } from '~/domain/venues/join-with-code.server'
import { invitationLetter } from '~/domain/venues/letters.server'
import { setAsideJoin } from '~/domain/venues/set-aside-join.server'
import { joinRequests, memberships, venues } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aBrowser, aVisit, codeFor } from '~tests/support/visits'

/** Ana has asked to join the venue, and drafts. */
async function anasDraft() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  const coordinator = await contextFor(db, await aCoordinator(db))
  const anaId = await aPerson(db)
  const ana = () => contextFor(db, anaId, testNow, ['email_code'])
  await askToJoin(await ana(), venueId, '')
  const policyId = await startPolicy(await ana(), venueId, { template: 'occupancy', title: '' })
  const stranger = await aPerson(db)
  const ben = () => contextFor(db, stranger, testNow, ['email_code'])
  return { db, venueId, coordinator, anaId, ana, ben, policyId }
}

test('whoever asks after a request was set aside waits, and reads no draft of the person before', async () => {
  const { db, venueId, coordinator, ana, ben, policyId } = await anasDraft()
  const [request] = await db.select().from(joinRequests)
  if (!request) throw new Error('There is no request.')
  await setAsideJoin(coordinator, request.id, 'Nobody answered the public phone.')

  expect(await askToJoin(await ben(), venueId, '')).toEqual({ venueId, open: false })
  await expect(policiesOf(db, (await ben()).actor, venueId)).rejects.toThrow(NotFound)
  expect(await askToJoin(await ana(), venueId, '')).toEqual({ venueId, open: true })
  const seen = await policiesOf(db, (await ana()).actor, venueId)
  expect(seen.map(({ id }) => id)).toEqual([policyId])
})

test('a place that was never confirmed stays shut once the venue has had people of its own', async () => {
  const { db, venueId, coordinator, ana, ben } = await anasDraft()
  const letter = await inviteVenue(coordinator, venueId, { email: '' })
  const owner = await ben()
  await claimVenue(owner, (await invitationLetter(coordinator, letter)).code ?? '')
  await db.transaction((tx) =>
    tx
      .update(memberships)
      .set({ endedAt: testNow })
      .where(eq(memberships.personId, owner.actor.person.id)),
  )
  await expect(policiesOf(db, (await ana()).actor, venueId)).rejects.toThrow(NotFound)
})

test('a venue that somebody typed in is on no public list', async () => {
  const { db, ana } = await anasDraft()
  const typed = { venue: 'The Lantern Annex', address: '2 Main St', words: '' }
  await askWithTypedVenue(await ana(), typed)
  expect(await db.$count(venues, eq(venues.name, typed.venue))).toBe(1)
  const { found } = await venuesToJoin(db, 'lantern')
  expect(found.map(({ name }) => name)).toEqual(['The Lantern'])
})

test('a code does not do what was asked for in somebody else’s name', async () => {
  const { db, venueId } = await anasDraft()
  await aPerson(db, { email: 'cam@example.com' })
  const browser = aBrowser()
  await requestSignInCode(aVisit(db), browser, 'cam@example.com')
  const code = normalizedCode(await codeFor(db, 'cam@example.com'))
  const what = { kind: 'ask' as const, venueId, words: 'Please let me in.' }
  const theirs = { name: 'Mallory', email: 'mallory@example.com', what }
  await expect(joinWithCode(aVisit(db, 9), browser, code, null, theirs)).rejects.toThrow(Invalid)
  expect(await db.$count(joinRequests)).toBe(1)
})
