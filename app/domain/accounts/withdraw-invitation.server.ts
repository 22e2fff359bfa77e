import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { placeInvitations } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { PersonId, PlaceInvitationId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canInvite } from '../permissions/place'
import { invitationFor } from './invitations.server'

/** Takes an invitation back: its links open nothing from then on. One that was accepted is a conflict. */
export function withdrawPlaceInvitation(ctx: Context, id: PlaceInvitationId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { invitation } = await invitationFor(tx, actor, id)
    permit(canInvite(actor, invitation))
    const { venueId, role, withdrawnAt } = invitation
    if (withdrawnAt) return
    const taken = await tx
      .update(placeInvitations)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(placeInvitations.id, id),
          isNull(placeInvitations.acceptedAt),
          isNull(placeInvitations.withdrawnAt),
        ),
      )
      .returning({ id: placeInvitations.id })
    if (taken.length === 0) {
      throw new Conflict(
        'This invitation was accepted a moment ago. You find the person in the list.',
      )
    }
    await recordEvent(tx, {
      kind: 'place.invitation_withdrawn',
      ...{ actor, at: now, origin, subjectId: id, facts: { role } },
      ...(venueId && { venueId }),
    })
  })
}

/** What somebody had offered goes with their own place there. */
export async function withdrawOffersOf(
  tx: Tx,
  personId: PersonId,
  venueId: VenueId | null,
  now: Date,
): Promise<void> {
  await tx
    .update(placeInvitations)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(placeInvitations.invitedBy, personId),
        venueId ? eq(placeInvitations.venueId, venueId) : isNull(placeInvitations.venueId),
        isNull(placeInvitations.acceptedAt),
        isNull(placeInvitations.withdrawnAt),
      ),
    )
}
