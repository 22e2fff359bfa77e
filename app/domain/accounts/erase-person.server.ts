import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import * as t from '~db/schema'
import type { PersonId } from '../ids'

/** What stands where the name of somebody stood who never shared, signed or decided anything. */
export const formerMember = 'A former member'

/**
 * Takes a person's address, phone and every way of signing in away, and ends their places. The row
 * stays, so that what they shared or decided still says by whom, with their name only where `name` is kept.
 */
export async function erasePerson(
  tx: Tx,
  personId: PersonId,
  now: Date,
  { keepName }: { keepName: boolean },
): Promise<void> {
  for (const table of [
    t.passkeyChallenges,
    t.passkeys,
    t.recoveryCodes,
    t.knownBrowsers,
    t.signInLocks,
    t.staffSetups,
    t.credentials,
    t.signInCodes,
    t.sessions,
    t.zoneWishes,
    t.toneCounts,
    t.phrases,
    t.suggestions,
    t.deskLooks,
    t.ownTrainings,
  ] as const) {
    await tx.delete(table).where(eq(table.personId, personId))
  }
  // An ask that was answered goes when the answers that wait with it are shown: see answer-pulse.
  await tx
    .delete(t.pulseAsks)
    .where(and(eq(t.pulseAsks.personId, personId), eq(t.pulseAsks.answered, false)))
  await tx.delete(t.submissions).where(eq(t.submissions.personId, personId))
  await tx
    .update(t.memberships)
    .set({ endedAt: now })
    .where(and(eq(t.memberships.personId, personId), isNull(t.memberships.endedAt)))
  await tx
    .update(t.people)
    .set({
      email: `removed-${personId.toLowerCase()}@removed.invalid`,
      phone: null,
      emailConfirmedAt: null,
      removedAt: now,
      ...(keepName ? {} : { name: formerMember, title: null }),
    })
    .where(eq(t.people.id, personId))
}
