import { metersPerDegree, type Point } from '../distances'
import { fittedCurve } from './street-curve'

export type Street = { name: string; points: Point[] }

/** Fewer addresses than this are too few to say where a street runs. */
const fewest = 4

/**
 * The streets of a neighborhood, found from the addresses of its venues: those on one street lie
 * along it. Scattered addresses, and those of too few places, give none. The longest come first.
 */
export function sketchStreets(places: readonly (Point & { address: string })[], most = 60) {
  const middle = places[Math.floor(places.length / 2)]
  if (!middle) return []
  const across = metersPerDegree * Math.cos((middle.latitude * Math.PI) / 180)

  return [...byStreet(places)]
    .flatMap(([name, addresses]) => {
      if (addresses.length < fewest) return []
      const spots = addresses.map(({ latitude, longitude }) => ({
        x: (longitude - middle.longitude) * across,
        y: (latitude - middle.latitude) * metersPerDegree,
      }))
      return fittedCurve(spots, fewest).map(({ points, length }) => ({ name, points, length }))
    })
    .sort((a, b) => b.length - a.length || a.name.localeCompare(b.name, 'en'))
    .slice(0, most)
    .map(({ name, points }): Street => {
      const placed = points.map(({ x, y }) => ({
        latitude: rounded(middle.latitude + y / metersPerDegree),
        longitude: rounded(middle.longitude + x / across),
      }))
      return { name, points: placed }
    })
}

/** "1537 17TH ST NW, Washington DC" lies on "17th St NW". Null where no street can be read. */
export function streetOf(address: string): string | null {
  const line = (address.split(',')[0] ?? '').trim()
  const parts = /^\d[\dA-Za-z-]*\s+(?:\d+\/\d+\s+)?(.+)$/.exec(line)
  if (!parts?.[1]) return null
  const words = parts[1]
    .replace(/\s(?:#|apt|bldg|fl|floor|rear|ste|suite|unit)(?:[\s.#].*|\d.*)?$/i, '')
    .toLowerCase()
    .replaceAll('.', '')
    .split(/\s+/)
    .map((word) => shortTypes[word] ?? word)
  // "3000 A 14th St": the letter is the house's. "3100 M St": it is the street's.
  if (/^[a-z]$/.test(words[0] ?? '') && words.length > 2 && !streetTypes.has(words[1] ?? '')) {
    words.shift()
  }
  return words.length > 1 ? words.map(written).join(' ') : null
}

const shortTypes: Record<string, string> = {
  avenue: 'ave',
  boulevard: 'blvd',
  circle: 'cir',
  court: 'ct',
  drive: 'dr',
  highway: 'hwy',
  lane: 'ln',
  place: 'pl',
  road: 'rd',
  square: 'sq',
  street: 'st',
  terrace: 'ter',
}
const streetTypes = new Set(Object.values(shortTypes))

function written(word: string): string {
  if (/^([ns][ew]?|[ew])$/.test(word)) return word.toUpperCase()
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** One name in several spellings of capitals is one street. */
function byStreet<P extends { address: string }>(places: readonly P[]): Map<string, P[]> {
  const streets = new Map<string, P[]>()
  for (const place of places) {
    const name = streetOf(place.address)
    if (!name) continue
    const known = streets.get(name)
    if (known) known.push(place)
    else streets.set(name, [place])
  }
  return streets
}

/** To a meter. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
