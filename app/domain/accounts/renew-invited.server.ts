import { and, eq } from 'drizzle-orm'
import { placeInvitations } from '~db/schema'
import type { Visit } from '../context'
import { recordEvent } from '../events.server'
import { invitationWithNames, linkHashOf, mailInvitation, newLink } from './mail-invitation.server'
import { invitationIdIn, isRenewable, linkEnd } from './place-invitation'
import { visitorDeed } from './visitor-deed.server'

/**
 * Mails the invited address a fresh link, when somebody holds an old one. The answer is the same
 * whatever the link: it may be unknown, accepted or taken back. The spoken word of staff and its
 * tries stay as they are.
 */
export async function renewInvited(visit: Visit, token: string): Promise<void> {
  const { now, origin } = visit
  await visitorDeed(visit, linkHashOf(token), async (tx) => {
    const id = invitationIdIn(token)
    const found = await invitationWithNames(tx, id)
    if (!found || !isRenewable(found.invitation, now)) return
    const { role, venueId, tokenHash: before } = found.invitation
    const link = newLink(id)
    await tx
      .update(placeInvitations)
      .set({ tokenHash: link.tokenHash, sentAt: now, expiresAt: linkEnd(now) })
      .where(and(eq(placeInvitations.id, id), eq(placeInvitations.tokenHash, before)))
    await recordEvent(tx, {
      kind: 'place.invitation_renewed',
      ...{ actor: null, at: now, origin, subjectId: id, facts: { role } },
      ...(venueId && { venueId }),
    })
    await mailInvitation(tx, id, link.token, now)
  })
}
