import { middleOf, type NeighborhoodOnMap } from '../districts/propose-districts'
import type { LicenseListing } from './read-license-list'

type Placed = { longitude: number; latitude: number; venues: number }

/** The neighborhoods of a list with the middle of their venues; those without any point stay out. */
export function neighborhoodsOnMap(listings: readonly LicenseListing[]): NeighborhoodOnMap[] {
  const places = new Map<string, Placed[]>()
  for (const { neighborhood, longitude, latitude } of listings) {
    if (!neighborhood || longitude === null || latitude === null) continue
    const known = places.get(neighborhood)
    const place = { longitude, latitude, venues: 1 }
    if (known) known.push(place)
    else places.set(neighborhood, [place])
  }
  return [...places].map(([name, all]) => ({ name, venues: all.length, ...middleOf(all) }))
}

/** How many venues of a list each neighborhood has. */
export function tallyNeighborhoods(listings: readonly LicenseListing[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { neighborhood } of listings) {
    if (neighborhood) counts.set(neighborhood, (counts.get(neighborhood) ?? 0) + 1)
  }
  return counts
}
