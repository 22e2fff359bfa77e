import { expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import { requireOwner, requirePerson } from '~/http/guards.server'
import { sessionCookie } from '~/http/session.server'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'
import '~tests/support/visits'

/** Somebody who left the program's staff keeps their password, and may be an owner by now. */
async function anOwnerWith(factors: Factor[]) {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const personId = await anOwner(db, venueId)
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  return routeArgs(db, `/venue/${venueId}`, { cookies, params: { venueId } })
}

test('a password alone is half a sign-in for everybody', async () => {
  const answer = await answerOf(requireOwner(await anOwnerWith(['password'])))
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/sign-in/staff/code'])
})

test('a code by email is a whole one for an owner', async () => {
  const { actor } = await requirePerson(await anOwnerWith(['email_code']))
  expect(actor.factors).toEqual(['email_code'])
})
