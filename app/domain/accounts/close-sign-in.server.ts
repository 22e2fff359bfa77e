import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import {
  credentials,
  knownBrowsers,
  memberships,
  passkeys,
  people,
  recoveryCodes,
  signInLocks,
  staffSetups,
} from '~db/schema'
import type { PersonId } from '../ids'
import { isOfVenue } from './program-person.server'
import { endSessionsOf } from './session.server'

/**
 * Takes every way in of a person away at once: password and time code, passkeys, recovery codes,
 * known browsers, links to set a sign-in up, and all sessions.
 */
export async function closeSignIn(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  for (const kept of [credentials, passkeys, recoveryCodes, knownBrowsers, signInLocks]) {
    await tx.delete(kept).where(eq(kept.personId, personId))
  }
  await withdrawSetups(tx, personId, now)
  await endSessionsOf(tx, personId, now)
}

/** Links to set a staff sign-in up open nothing any more. */
async function withdrawSetups(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  await tx
    .update(staffSetups)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(staffSetups.personId, personId),
        isNull(staffSetups.usedAt),
        isNull(staffSetups.withdrawnAt),
      ),
    )
}

/**
 * Once somebody is nothing to the program any more. Who belongs to a venue goes on there, with their
 * own ways in; everybody else is a person who was removed, and what they did keeps their name.
 */
export async function leaveProgram(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  await tx
    .update(memberships)
    .set({ awayUntil: null })
    .where(and(eq(memberships.personId, personId), isNotNull(memberships.awayUntil)))
  if (await isOfVenue(tx, personId)) {
    await tx.delete(credentials).where(eq(credentials.personId, personId))
    await withdrawSetups(tx, personId, now)
    await endSessionsOf(tx, personId, now)
    return
  }
  await closeSignIn(tx, personId, now)
  // The address is free again, for they may be invited anew one day.
  const email = `removed-${personId}@removed.invalid`
  await tx.update(people).set({ removedAt: now, email }).where(eq(people.id, personId))
}
