import { and, eq, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { invitations, memberships } from '~db/schema'
import { type MembershipId, newId, type PersonId, type VenueId } from '../ids'

/** Makes somebody a known owner of the venue: confirms the place they have, or gives them one. */
export async function givePlace(
  tx: Tx,
  venueId: VenueId,
  personId: PersonId,
  now: Date,
  id: MembershipId = newId('mem'),
): Promise<void> {
  const theirs = and(
    eq(memberships.venueId, venueId),
    eq(memberships.personId, personId),
    isNull(memberships.endedAt),
  )
  const held = await tx
    .select({ confirmedAt: memberships.confirmedAt })
    .from(memberships)
    .where(theirs)
  if (held.length === 0) {
    const times = { createdAt: now, confirmedAt: now }
    await tx.insert(memberships).values({ id, personId, venueId, role: 'owner', ...times })
    return
  }
  await tx
    .update(memberships)
    .set({ confirmedAt: now })
    .where(and(theirs, isNull(memberships.confirmedAt)))
}

/** Everybody who has a place at the venue now, known to belong there or not yet. */
export async function peopleAt(db: Reader, venueId: VenueId) {
  return db
    .select({ personId: memberships.personId, confirmedAt: memberships.confirmedAt })
    .from(memberships)
    .where(and(eq(memberships.venueId, venueId), isNull(memberships.endedAt)))
}

/** Takes back the open letter of a venue, if there is one. Its code opens nothing from then on. */
export async function closeLetters(tx: Tx, venueId: VenueId, now: Date): Promise<number> {
  const closed = await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(invitations.venueId, venueId),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ id: invitations.id })
  return closed.length
}
