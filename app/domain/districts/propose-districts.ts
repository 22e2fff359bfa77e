/** A neighborhood of a license list: how many venues it has, and the middle of them where known. */
export type NeighborhoodOnMap = {
  name: string
  venues: number
  longitude: number
  latitude: number
}

type Point = Pick<NeighborhoodOnMap, 'longitude' | 'latitude'>
type Proposed = { neighborhoods: NeighborhoodOnMap[]; middle: Point }

const aboutTwelve = 12
const rounds = 20

/**
 * Proposes about twelve districts for the neighborhoods of a list: close together, and none of them
 * empty, each named by its largest neighborhood. The same list gives the same proposal. Answers the district's name by neighborhood; the
 * coordinator chooses.
 */
export function proposeDistricts(
  neighborhoods: readonly NeighborhoodOnMap[],
  most = aboutTwelve,
): Map<string, string> {
  const sorted = [...neighborhoods].sort(
    (a, b) => b.venues - a.venues || a.name.localeCompare(b.name, 'en'),
  )
  let proposed = grouped(sorted, seeds(sorted, most))
  for (let round = 0; round < rounds; round += 1) {
    proposed = grouped(
      sorted,
      proposed.map(({ middle }) => middle),
    )
  }
  const shared = proposed.map(({ neighborhoods }) => sharedWord(neighborhoods))
  return new Map(
    proposed.flatMap(({ neighborhoods: members }, index) => {
      const word = shared[index]
      const isOwn = word !== undefined && shared.indexOf(word) === shared.lastIndexOf(word)
      const name = isOwn ? word : (members[0]?.name ?? '')
      return members.map((each): [string, string] => [each.name, name])
    }),
  )
}

/** The middle of each district's venues; a new neighborhood belongs to the nearest of them. */
export function nearestDistrict<District>(
  place: Point,
  districts: readonly { district: District; middle: Point }[],
): District | null {
  const [nearest] = [...districts].sort(
    (a, b) => distance(place, a.middle) - distance(place, b.middle),
  )
  return nearest?.district ?? null
}

/** The weighted middle of places. */
export function middleOf(places: readonly (Point & { venues: number })[]): Point {
  const all = places.reduce((sum, { venues }) => sum + venues, 0) || 1
  const mean = (part: 'longitude' | 'latitude') =>
    places.reduce((sum, place) => sum + place[part] * place.venues, 0) / all
  return { longitude: mean('longitude'), latitude: mean('latitude') }
}

/** First the neighborhood with the most venues, then each time the one that is farthest from those, by its weight. */
function seeds(sorted: readonly NeighborhoodOnMap[], most: number): Point[] {
  const chosen: NeighborhoodOnMap[] = sorted.slice(0, 1)
  while (chosen.length < Math.min(most, sorted.length)) {
    let [farthest, cost] = [sorted[0], -1]
    for (const each of sorted) {
      const away = Math.min(...chosen.map((seed) => distance(each, seed))) * Math.sqrt(each.venues)
      if (away > cost && !chosen.includes(each)) [farthest, cost] = [each, away]
    }
    if (farthest) chosen.push(farthest)
  }
  return chosen
}

function grouped(
  neighborhoods: readonly NeighborhoodOnMap[],
  middles: readonly Point[],
): Proposed[] {
  const groups = middles.map((middle) => ({ district: [] as NeighborhoodOnMap[], middle }))
  for (const each of neighborhoods) nearestDistrict(each, groups)?.push(each)
  return groups
    .filter(({ district }) => district.length > 0)
    .map(({ district }) => ({ neighborhoods: district, middle: middleOf(district) }))
}

/** A word that the larger part of a district shares ("Georgetown"), which then names it better than one part of it. */
function sharedWord(neighborhoods: readonly NeighborhoodOnMap[]): string | undefined {
  const all = neighborhoods.reduce((sum, { venues }) => sum + venues, 0)
  const words = new Map<string, { venues: number; names: number }>()
  for (const { name, venues } of neighborhoods) {
    for (const word of new Set(name.match(/\p{L}{5,}/gu) ?? [])) {
      const known = words.get(word) ?? { venues: 0, names: 0 }
      words.set(word, { venues: known.venues + venues, names: known.names + 1 })
    }
  }
  const shared = [...words].find(
    ([word, { venues, names }]) => names > 1 && venues * 2 > all && !tooCommon.has(word),
  )
  return shared?.[0]
}

const tooCommon = new Set(
  'Heights Circle North South East West Northeast Northwest Southeast Southwest Village Square Street Hills Forest University Waterfront Avenue'.split(
    ' ',
  ),
)

/** In degrees of latitude: near enough within one city. */
function distance(a: Point, b: Point): number {
  const shrink = Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot((a.longitude - b.longitude) * shrink, a.latitude - b.latitude)
}
