import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { memberships, type placeInvitations } from '~db/schema'
import { type Role, venueRoles } from '~db/vocabulary'
import { type MembershipId, newId, type PersonId } from '../ids'
import { standsInForPlace } from '../permissions/place'

type Offered = Pick<
  typeof placeInvitations.$inferSelect,
  'role' | 'venueId' | 'districtId' | 'field'
>

/**
 * Gives somebody the place that they were invited to. Whoever has one at the venue already gets
 * the higher of the two roles, unless it was not confirmed yet; the same place of the program is not given twice.
 */
export async function giveInvitedPlace(
  tx: Tx,
  personId: PersonId,
  offered: Offered,
  now: Date,
): Promise<MembershipId> {
  const { role, venueId, districtId, field } = offered
  const held = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
  const same = held.find((each) => standsInForPlace(each, offered))
  if (!same) {
    const id = newId('mem')
    const place = { id, personId, role, venueId, districtId, field }
    await tx.insert(memberships).values({ ...place, createdAt: now, confirmedAt: now })
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
