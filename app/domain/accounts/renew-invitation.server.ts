import { and, eq, isNull } from 'drizzle-orm'
import { placeInvitations } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { PlaceInvitationId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import { canInvite, isStaffRole } from '../permissions/place'
import { invitationFor } from './invitations.server'
import { type Invited, spokenPurpose } from './invite-to-place.server'
import { mailInvitation, newLink } from './mail-invitation.server'
import { linkEnd } from './place-invitation'
import { seal, unseal } from './secrets.server'
import { newSpokenWord, spokenMark, spokenTries } from './spoken-word.server'

/**
 * Mails a fresh link for seven days; the one before it opens nothing any more. Staff get a new
 * spoken word with five tries, which needs a fresh proof of who sends it. One that was accepted or taken back is a conflict.
 */
export async function renewPlaceInvitation(ctx: Context, id: PlaceInvitationId): Promise<Invited> {
  const { sealed } = await deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { invitation } = await invitationFor(tx, actor, id)
    permit(canInvite(actor, invitation))
    if (isStaffRole(invitation.role)) permitProved(ctx)
    const { role, venueId, handOver } = invitation
    // A hand-over stays with the owner who hands over.
    const invitedBy = handOver ? invitation.invitedBy : actor.person.id
    const spokenWord = isStaffRole(role) ? newSpokenWord() : null
    const { token, tokenHash } = newLink(id)
    const renewed = await tx
      .update(placeInvitations)
      .set({
        ...{ tokenHash, sentAt: now, expiresAt: linkEnd(now), invitedBy },
        spokenHash: spokenWord && spokenMark(id, spokenWord),
        spokenTriesLeft: spokenTries,
      })
      .where(
        and(
          eq(placeInvitations.id, id),
          isNull(placeInvitations.acceptedAt),
          isNull(placeInvitations.withdrawnAt),
        ),
      )
      .returning({ id: placeInvitations.id })
    if (renewed.length === 0) {
      throw new Conflict('This invitation was accepted or taken back, so no new link was sent.')
    }
    await recordEvent(tx, {
      kind: 'place.invitation_renewed',
      ...{ actor, at: now, origin, subjectId: id, facts: { role } },
      ...(venueId && { venueId }),
    })
    await mailInvitation(tx, id, token, now)
    return { sealed: spokenWord && seal(spokenWord, spokenPurpose) }
  })
  return { id, spokenWord: sealed && unseal(sealed, spokenPurpose) }
}
