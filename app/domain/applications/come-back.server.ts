import type { Context } from '../context'
import type { VenueId } from '../ids'
import { moveByVenue } from './pause-application.server'

/** A venue that stepped away comes back to its application as a private draft, with all it wrote. */
export function comeBack(ctx: Context, venueId: VenueId): Promise<void> {
  return moveByVenue(ctx, venueId, 'come_back', 'application.came_back')
}
