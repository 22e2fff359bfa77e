import { and, eq, isNull } from 'drizzle-orm'
import { memberships } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { MembershipId, VenueId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import { canEndPlace, keepsAnOwner } from '../permissions/place'
import { actorNow } from './actor.server'
import { endSessionsOf } from './session.server'
import { tellOfPlace } from './tell-of-places.server'
import { ownersOf, venuePlace } from './venue-people.server'
import { withdrawOffersOf } from './withdraw-invitation.server'

/**
 * Ends a place at the venue: somebody else’s, or one’s own. What they wrote stays with the venue.
 * Their sessions end at once (not the one in which they leave by themselves), and what they had
 * offered is taken back. The last known owner stays. Needs a fresh proof.
 */
export async function endVenuePlace(
  ctx: Context,
  venueId: VenueId,
  id: MembershipId,
): Promise<{ left: boolean }> {
  const { now, origin } = ctx
  return deed(ctx, async (tx) => {
    const actor = await actorNow(tx, ctx.actor)
    const place = await venuePlace(tx, actor, venueId, id)
    permit(canEndPlace(actor, place))
    permitProved(ctx)
    const { personId, role } = place
    const left = personId === actor.person.id
    const kept = keepsAnOwner(await ownersOf(tx, venueId), personId)
    if (!kept.allowed) throw new Invalid({ '': kept.reason })
    const ended = await tx
      .update(memberships)
      .set({ endedAt: now })
      .where(and(eq(memberships.id, id), isNull(memberships.endedAt)))
      .returning({ id: memberships.id })
    if (ended.length === 0) throw new Conflict('Somebody ended this place a moment ago.')
    await withdrawOffersOf(tx, personId, venueId, now)
    await endSessionsOf(tx, personId, now, { except: left ? origin.sessionId : null })
    await recordEvent(tx, {
      kind: left ? 'place.left' : 'place.ended',
      ...{ actor, at: now, origin, venueId, subjectId: id },
      facts: { personId },
      before: { role },
      after: { role: null },
    })
    const change = left ? ('left' as const) : ('ended' as const)
    await tellOfPlace(tx, { change, venueId, personId, role, by: actor.person }, now)
    return { left }
  })
}
