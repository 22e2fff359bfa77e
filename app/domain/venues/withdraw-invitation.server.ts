import { and, eq, isNull } from 'drizzle-orm'
import { invitations } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { InvitationId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'

/** Takes an invitation back: its code opens nothing any more. One that was used or taken back is a conflict. */
export function withdrawInvitation(ctx: Context, id: InvitationId): Promise<VenueId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canInviteVenues(actor))
    const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, id))
    if (!invitation) throw new NotFound()
    const taken = await tx
      .update(invitations)
      .set({ withdrawnAt: now })
      .where(
        and(eq(invitations.id, id), isNull(invitations.usedAt), isNull(invitations.withdrawnAt)),
      )
      .returning({ venueId: invitations.venueId })
    if (taken.length === 0) {
      throw new Conflict(
        invitation.usedAt
          ? 'Somebody of the venue has used this code already, so it cannot be taken back.'
          : 'This invitation was taken back already.',
      )
    }
    const { venueId } = invitation
    const happening = { actor, at: now, origin, venueId, subjectId: id }
    await recordEvent(tx, { kind: 'venue.invitation_withdrawn', ...happening })
    return venueId
  })
}
