import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { memberships, type placeInvitations } from '~db/schema'
import { type Role, venueRoles } from '~db/vocabulary'
import type { Context } from '../context'
import { recordEvent } from '../events.server'
import { type MembershipId, newId, type PersonId } from '../ids'
import { standsInForPlace } from '../permissions/place'
import { placesOffered } from './place-invitation'

type Place = ReturnType<typeof placesOffered>[number]

/** Gives the person who accepts all that the invitation offers, and records each place. */
export async function giveInvitedPlaces(
  tx: Tx,
  { actor, now, origin }: Context,
  invitation: typeof placeInvitations.$inferSelect,
): Promise<void> {
  for (const place of placesOffered(invitation)) {
    const { role, venueId, districtId, field } = place
    const where = { ...(districtId && { districtId }), ...(field && { field }) }
    await recordEvent(tx, {
      kind: 'place.accepted',
      ...{ actor, at: now, origin },
      subjectId: await givePlace(tx, actor.person.id, place, now),
      ...(venueId && { venueId }),
      facts: { invitationId: invitation.id, role, ...where },
      after: { role },
    })
  }
}

/**
 * Gives somebody the place that they were invited to. Whoever has one at the venue already gets
 * the higher of the two roles, unless it was not confirmed yet; the same place of the program is not given twice.
 */
async function givePlace(
  tx: Tx,
  personId: PersonId,
  offered: Place,
  now: Date,
): Promise<MembershipId> {
  const { role } = offered
  const held = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
  const same = held.find((each) => standsInForPlace(each, offered))
  if (!same) {
    const id = newId('mem')
    await tx
      .insert(memberships)
      .values({ id, personId, ...offered, createdAt: now, confirmedAt: now })
    return id
  }
  await tx
    .update(memberships)
    .set({
      role: same.venueId && same.confirmedAt ? higherOf(same.role, role) : role,
      confirmedAt: same.confirmedAt ?? now,
    })
    .where(eq(memberships.id, same.id))
  return same.id
}

/** The roles of a venue stand in the order of what they may do. */
function higherOf(a: Role, b: Role): Role {
  const rank = (role: Role) => (venueRoles as readonly Role[]).indexOf(role)
  return rank(a) <= rank(b) ? a : b
}
