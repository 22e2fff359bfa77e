import { metersToCurb } from '../distances'
import type { DistrictId } from '../ids'
import type { Zone } from './zone'

/** Where a venue stands, as far as the license list knows. */
export type Place = {
  districtId: DistrictId | null
  latitude: number | null
  longitude: number | null
}

/**
 * Whether a zone concerns a venue: its curb is within the zone's reach. A venue whose place is not
 * known belongs to every zone of its own district, because an unneeded mail costs less than none.
 */
export function isWithinReach(venue: Place, zone: Pick<Zone, 'districtId' | 'facts'>): boolean {
  const meters = metersFrom(venue, zone)
  return meters === null ? venue.districtId === zone.districtId : meters <= zone.facts.reachMeters
}

/** Meters from a venue to the zone's curb, or null where its place is not known. */
export function metersFrom(venue: Place, { facts }: Pick<Zone, 'facts'>): number | null {
  const { latitude, longitude } = venue
  if (latitude === null || longitude === null) return null
  return metersToCurb({ latitude, longitude }, facts.segments)
}
