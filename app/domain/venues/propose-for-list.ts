import {
  middleOf,
  type NeighborhoodOnMap,
  nearestDistrict,
  proposeDistricts,
} from '../districts/propose-districts'
import { neighborhoodsOnMap } from './neighborhoods-of-list'
import type { LicenseList } from './read-license-list'

/**
 * The district proposed for each neighborhood of a list, by name, or null where nothing tells. Where
 * there are districts already, a known neighborhood keeps its own and a new one joins the nearest.
 */
export function proposeForList(
  list: LicenseList,
  known: ReadonlyMap<string, string>,
): Map<string, string | null> {
  const onMap = neighborhoodsOnMap(list.listings)
  const proposed = known.size > 0 ? byNearest(onMap, known) : proposeDistricts(onMap)
  return new Map(
    [...list.neighborhoods.keys()].map((name) => [
      name,
      known.get(name) ?? proposed.get(name) ?? null,
    ]),
  )
}

function byNearest(onMap: readonly NeighborhoodOnMap[], known: ReadonlyMap<string, string>) {
  const members = new Map<string, NeighborhoodOnMap[]>()
  for (const each of onMap) {
    const district = known.get(each.name)
    if (district) members.set(district, [...(members.get(district) ?? []), each])
  }
  const middles = [...members].map(([district, all]) => ({ district, middle: middleOf(all) }))
  return new Map(onMap.map((each) => [each.name, nearestDistrict(each, middles)]))
}
