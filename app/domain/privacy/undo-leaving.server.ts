import { and, eq, isNull } from 'drizzle-orm'
import { removals } from '~db/schema'
import { actorNow } from '../accounts/actor.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canLeaveProgram } from '../permissions/privacy'
import { venueFor } from '../venues/queries.server'
import { leavingOf } from './leaving.server'

/**
 * The venue changes its mind: nothing of it will be removed. A certificate that was given back stays
 * given back, and the application can be picked up again. For an owner, while the days last.
 */
export function undoLeaving(ctx: Context, venueId: VenueId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { now, origin } = ctx
    const actor = await actorNow(tx, ctx.actor)
    await venueFor(tx, actor, venueId)
    permit(canLeaveProgram(actor, venueId))
    const leaving = await leavingOf({ db: tx, actor, now }, venueId)
    if (!leaving) throw new Conflict('Your venue is not leaving, so nothing will be removed.')
    if (leaving.isOver) {
      throw new Conflict('The days to change your mind are over. You are welcome to start again.')
    }
    await tx
      .delete(removals)
      .where(and(eq(removals.id, leaving.removalId), isNull(removals.removedAt)))
    await recordEvent(tx, { kind: 'venue.left_undone', actor, at: now, origin, venueId })
  })
}
