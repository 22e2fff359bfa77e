import { and, eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { zoneWishes } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { placeIn } from '../permissions/who'
import { canAskForReminders } from '../permissions/zone'

/** `nowhere` ends the reminders of all venues of the person, who may hold several. */
export type Wish = 'here' | 'not_here' | 'nowhere'

/** Turns the reminders before service nights on or off, for this person alone. The last word counts. */
export function changeWish(ctx: Context, venueId: VenueId, wish: Wish): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    if (!placeIn(actor, venueId)) throw new NotFound()
    if (wish === 'here') {
      permit(canAskForReminders(actor, venueId))
      const made = await tx
        .insert(zoneWishes)
        .values({ personId: actor.person.id, venueId, since: now })
        .onConflictDoNothing()
        .returning({ venueId: zoneWishes.venueId })
      await tell(tx, ctx, 'zone.wish_made', made)
      return
    }
    const own = eq(zoneWishes.personId, actor.person.id)
    const ended = await tx
      .delete(zoneWishes)
      .where(wish === 'nowhere' ? own : and(own, eq(zoneWishes.venueId, venueId)))
      .returning({ venueId: zoneWishes.venueId })
    await tell(tx, ctx, 'zone.wish_ended', ended)
  })
}

async function tell(
  tx: Tx,
  { actor, now, origin }: Context,
  kind: 'zone.wish_made' | 'zone.wish_ended',
  venues: readonly { venueId: VenueId }[],
) {
  for (const { venueId } of venues) {
    await recordEvent(tx, { kind, actor, at: now, origin, venueId })
  }
}
