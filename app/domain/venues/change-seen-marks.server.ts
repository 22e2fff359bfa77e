import { eq } from 'drizzle-orm'
import { venues } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import { venueFor } from './queries.server'

/** Whether the program is told when the venue has read a letter. While it is off, no page of staff says so. */
export function changeSeenMarks(
  ctx: Context,
  venueId: VenueId,
  tellsWhenRead: boolean,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const before = await venueFor(tx, actor, venueId)
    permit(canSpeakForVenue(actor, venueId))
    if (before.tellsWhenRead === tellsWhenRead) return
    await tx.update(venues).set({ tellsWhenRead }).where(eq(venues.id, venueId))
    await recordEvent(tx, {
      kind: 'venue.profile_changed',
      actor,
      at: now,
      origin,
      venueId,
      facts: { tellsWhenRead },
      before: { tellsWhenRead: before.tellsWhenRead },
      after: { tellsWhenRead },
    })
  })
}
