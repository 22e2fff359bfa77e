import { paths } from '~/paths'
import type { VenueId } from '../ids'
import { tonightAt } from './tonight'
import { isAsked, type VenueZone } from './venue-zones.server'

/** The zones near a venue as its home says them: one line for each, and whether the door staff are to hear. */
export function zonesAtHome(
  zones: readonly VenueZone[],
  venueId: VenueId,
  { now, timeZone }: { now: Date; timeZone: string },
) {
  return zones.map((zone) => ({
    id: zone.id,
    name: zone.name,
    words: tonightAt(zone, now, timeZone).words,
    asked: isAsked(zone),
    changed: zone.known !== null,
    to: isAsked(zone) ? paths.acknowledgeZone(venueId, zone.id) : paths.venueZones(venueId),
  }))
}

export type ZoneAtHome = ReturnType<typeof zonesAtHome>[number]
