import { and, eq, isNull } from 'drizzle-orm'
import { memberships } from '~db/schema'
import type { Role } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { MembershipId, VenueId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import { canChangePlace, isAnotherRole, keepsAnOwner } from '../permissions/place'
import { actorNow } from './actor.server'
import { endSessionsOf } from './session.server'
import { tellOfPlace } from './tell-of-places.server'
import { ownersOf, venuePlace } from './venue-people.server'
import { withdrawOffersOf } from './withdraw-invitation.server'

/**
 * Makes somebody owner, manager or helper of the venue instead of what they were. Their sessions
 * end, what they had offered is taken back, and they and the others are told. The last known owner
 * stays one. Needs a fresh proof; two changes at once are a conflict.
 */
export async function changeVenuePlace(
  ctx: Context,
  venueId: VenueId,
  id: MembershipId,
  role: Role,
): Promise<void> {
  const { now, origin } = ctx
  return deed(ctx, async (tx) => {
    const actor = await actorNow(tx, ctx.actor)
    const place = await venuePlace(tx, actor, venueId, id)
    permit(canChangePlace(actor, place, role))
    permitProved(ctx)
    const { personId } = place
    if (!place.confirmedAt) {
      throw new Invalid({
        role: 'This person is not confirmed yet. A coordinator does that first.',
      })
    }
    if (!isAnotherRole(place, role)) return
    const kept = keepsAnOwner(await ownersOf(tx, venueId), personId)
    if (!kept.allowed) throw new Invalid({ role: kept.reason })
    const changed = await tx
      .update(memberships)
      .set({ role })
      .where(
        and(eq(memberships.id, id), eq(memberships.role, place.role), isNull(memberships.endedAt)),
      )
      .returning({ id: memberships.id })
    if (changed.length === 0) throw new Conflict('Somebody changed this a moment ago.')
    await withdrawOffersOf(tx, personId, venueId, now)
    const except = personId === actor.person.id ? origin.sessionId : null
    await endSessionsOf(tx, personId, now, { except })
    await recordEvent(tx, {
      kind: 'place.role_changed',
      ...{ actor, at: now, origin, venueId, subjectId: id },
      facts: { personId },
      before: { role: place.role },
      after: { role },
    })
    const told = { change: 'role' as const, venueId, personId, role, by: actor.person }
    await tellOfPlace(tx, told, now)
  })
}
