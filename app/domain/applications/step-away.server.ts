import type { Context } from '../context'
import type { VenueId } from '../ids'
import { moveByVenue } from './pause-application.server'

/** The venue steps away from the program. Everything it wrote stays with it, and it is welcome back. */
export function stepAway(ctx: Context, venueId: VenueId): Promise<void> {
  return moveByVenue(ctx, venueId, () => ({
    move: 'step_away',
    kind: 'application.stepped_away',
  }))
}
