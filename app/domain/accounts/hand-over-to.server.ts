import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { memberships, type placeInvitations } from '~db/schema'
import type { HandOverWay } from '~db/vocabulary'
import type { Context } from '../context'
import { recordEvent } from '../events.server'
import { endSessionsOf } from './session.server'
import { withdrawOffersOf } from './withdraw-invitation.server'

type Invitation = typeof placeInvitations.$inferSelect

/** The owner who handed the venue over stays as a manager or leaves, now that a new owner is there. */
export async function handOverTo(
  tx: Tx,
  { actor, now, origin }: Context,
  { venueId, invitedBy }: Invitation,
  way: HandOverWay,
): Promise<void> {
  if (!venueId || invitedBy === actor.person.id) return
  const [place] = await tx
    .update(memberships)
    .set(way === 'stays' ? { role: 'manager' } : { endedAt: now })
    .where(
      and(
        eq(memberships.venueId, venueId),
        eq(memberships.personId, invitedBy),
        eq(memberships.role, 'owner'),
        isNull(memberships.endedAt),
      ),
    )
    .returning({ id: memberships.id })
  if (!place) return
  await withdrawOffersOf(tx, invitedBy, venueId, now)
  await endSessionsOf(tx, invitedBy, now)
  await recordEvent(tx, {
    kind: 'venue.handed_over',
    ...{ actor, at: now, origin, venueId, subjectId: place.id },
    facts: { by: invitedBy, way },
    before: { role: 'owner' },
    after: { role: way === 'stays' ? 'manager' : null },
  })
}
