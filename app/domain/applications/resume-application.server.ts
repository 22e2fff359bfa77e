import type { Context } from '../context'
import type { VenueId } from '../ids'
import { moveByVenue } from './pause-application.server'

/**
 * Picks a paused application up again, where it was. One that the venue stepped away from comes back
 * as a private draft, with all it wrote.
 */
export function resumeApplication(ctx: Context, venueId: VenueId): Promise<void> {
  return moveByVenue(ctx, venueId, ({ state }) =>
    state === 'stepped_away'
      ? { move: 'come_back', kind: 'application.came_back' }
      : { move: 'resume', kind: 'application.resumed' },
  )
}
