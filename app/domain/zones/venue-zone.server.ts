import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId, ZoneId } from '../ids'
import { todayIn } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { type VenueZone, zonesOfVenue } from './venue-zones.server'

/** A zone within reach of a venue, for the venue's own people. Any other zone is absent here. */
export async function venueZoneFor(
  { db, actor, now }: Reading,
  venueId: VenueId,
  zoneId: ZoneId,
): Promise<VenueZone> {
  const venue = await venueFor(db, actor, venueId)
  const zones = await zonesOfVenue(db, venue, await todayIn(db, now))
  const zone = zones.find(({ id }) => id === zoneId)
  if (!zone) throw new NotFound()
  return zone
}
