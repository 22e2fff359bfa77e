import { eq } from 'drizzle-orm'
import { venues } from '~db/schema'
import type { VenueProfile } from '~db/schema/venues'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { venueFor } from './queries.server'

/** Changes what the venue says of itself, so that it is asked only what concerns it. */
export function changeProfile(
  ctx: Context,
  venueId: VenueId,
  profile: VenueProfile,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { profile: before } = await venueFor(tx, actor, venueId)
    permit(canWorkOnDrafts(actor, venueId))
    await tx.update(venues).set({ profile }).where(eq(venues.id, venueId))
    await recordEvent(tx, {
      kind: 'venue.profile_changed',
      actor,
      at: now,
      origin,
      venueId,
      facts: { ...profile },
      before: { ...before },
      after: { ...profile },
    })
  })
}
