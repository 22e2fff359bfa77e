import type { Context } from '../context'
import type { VenueId } from '../ids'
import { moveByVenue } from './pause-application.server'

/** Picks a paused application up again, where it was. */
export function resumeApplication(ctx: Context, venueId: VenueId): Promise<void> {
  return moveByVenue(ctx, venueId, 'resume', 'application.resumed')
}
