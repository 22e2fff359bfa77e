import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { Invalid, ProofNeeded } from '~/domain/errors'
import { deleteAccount } from '~/domain/privacy/delete-account.server'
import { leaveProgram } from '~/domain/privacy/leave-program.server'
import { events, memberships, people } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'
import { aSharedRound } from '~tests/support/rounds'
import { queuedMail } from '~tests/support/visits'

test('an account goes with its address, ways in, places and sessions, and a last mail', async () => {
  const db = aDatabase()
  await aProgram(db)
  const id = await anOwner(db, await aVenue(db), { role: 'helper', name: 'Noor' })
  const ctx = await contextFor(db, id)
  const token = await db.transaction((tx) => startSession(tx, id, ['email_code'], testNow))
  await expect(
    deleteAccount({ ...ctx, now: new Date(testNow.getTime() + 11 * 60_000) }),
  ).rejects.toThrow(ProofNeeded)
  await deleteAccount(ctx)
  const [person] = await db.select().from(people).where(eq(people.id, id))
  expect(person).toMatchObject({ name: 'A former member', phone: null, removedAt: testNow })
  expect(person?.email).toMatch(/@removed\.invalid$/)
  expect(await sessionOf(db, token, testNow)).toBeNull()
  const [place] = await db.select().from(memberships).where(eq(memberships.personId, id))
  expect(place?.endedAt).toEqual(testNow)
  expect(await queuedMail(db)).toMatchObject([
    { kind: 'account-deleted', address: ctx.actor.person.email, personId: null },
  ])
  expect(await db.select().from(events).where(eq(events.kind, 'person.deleted'))).toHaveLength(1)
})

test('the name stays where somebody shared; the only owner hands over or leaves first', async () => {
  const db = aDatabase()
  const { venueId, owner } = await aSharedRound(db)
  await expect(deleteAccount(owner)).rejects.toThrow(Invalid)
  await leaveProgram(owner, venueId)
  await deleteAccount(owner)
  const id = owner.actor.person.id
  const [person] = await db.select().from(people).where(eq(people.id, id))
  expect(person?.name).toBe(owner.actor.person.name)
})

test('the last coordinator stays', async () => {
  const db = aDatabase()
  await aProgram(db)
  const ctx = await contextFor(db, await aCoordinator(db))
  await expect(deleteAccount(ctx)).rejects.toThrow(Invalid)
  await aCoordinator(db)
  await deleteAccount(ctx)
})
