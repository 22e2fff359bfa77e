import type { DistrictId } from '~/domain/ids'
import type { TypedZone } from '~/domain/zones/forms'
import type { Database } from '~db/open.server'
import { aCoordinator, aDistrict, aProgram, contextFor } from './factories'

/** A block of Harbor Street, and places at known distances from it. */
export const harbor = {
  west: { latitude: 38.9189, longitude: -77.0319 },
  east: { latitude: 38.9189, longitude: -77.0308 },
  /** About 111 meters north of the block. */
  near: { latitude: 38.9199, longitude: -77.0313 },
  /** About 1,100 meters north of it. */
  far: { latitude: 38.9289, longitude: -77.0313 },
}

/** What a coordinator types for a zone on Thursday to Sunday nights. */
export function aTypedZone(district: DistrictId, typed: Partial<TypedZone> = {}): TypedZone {
  return {
    name: 'Harbor Street East',
    district,
    status: 'pilot',
    effectiveFrom: '2026-11-01',
    effectiveUntil: null,
    hours: [{ nights: ['sun', 'thu', 'fri', 'sat'], opens: '21:00', closes: '03:00' }],
    dwellMinutes: 5,
    towing: '',
    signWording: 'Catch your ride here',
    doorScript: 'Your ride can stop on Harbor Street, right around the corner.',
    amenities: [],
    companies: [],
    reachMeters: 400,
    segments: [
      {
        street: 'Harbor Street NW',
        between: 'from 9th to 10th, north side',
        points: [harbor.west, harbor.east],
      },
    ],
    ...typed,
  }
}

/** A program with a district and a coordinator who keeps its zones. */
export async function aZoneDesk(db: Database) {
  await aProgram(db)
  const districtId = await aDistrict(db, 'Harbor')
  const coordinatorId = await aCoordinator(db)
  return { districtId, coordinatorId, ctx: await contextFor(db, coordinatorId) }
}
