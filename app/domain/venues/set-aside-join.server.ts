import { and, eq, isNull } from 'drizzle-orm'
import { memberships } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { JoinRequestId } from '../ids'
import { queueEmail } from '../outbox.server'
import { changeWaiting, waitingRequest } from './decide-join.server'

/** Sets a request aside with a reason that the person reads. They may ask again; a place not yet confirmed ends. */
export function setAsideJoin(ctx: Context, id: JoinRequestId, reason: string): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { request, venue, person } = await waitingRequest(tx, ctx, id)
    await changeWaiting(tx, id, {
      state: 'set_aside',
      decidedBy: actor.person.id,
      decidedAt: now,
      reason,
      codeSealed: null,
    })
    await tx
      .update(memberships)
      .set({ endedAt: now })
      .where(and(eq(memberships.id, request.membershipId), isNull(memberships.confirmedAt)))
    const happening = { actor, at: now, origin, venueId: venue.id, subjectId: id, text: reason }
    await recordEvent(tx, {
      ...{ kind: 'venue.join_set_aside', ...happening },
      before: { state: 'waiting' },
      after: { state: 'set_aside' },
    })
    await queueEmail(tx, person, 'join-set-aside', { venue: venue.name, reason }, now)
  })
}
