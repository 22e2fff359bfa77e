import type { MergeReason } from '~db/schema/venues'
import { metersBetween, type Point } from '../distances'

export type Whereabouts = {
  name: string
  address: string
  longitude: number | null
  latitude: number | null
}

/** Words that many venues have in their names, so that they tell nothing. */
const common = new Set(
  `a and at bar bistro cafe co company corp dc el grill grille house inc la le llc lounge of pub
  restaurant rest saloon tavern the wine kitchen`.split(/\s+/),
)

/** Why two venues may be one: at one address, or next to each other under names that are alike. */
export function whyAlike(one: Whereabouts, other: Whereabouts): MergeReason | null {
  const sameAddress = addressMark(one.address) === addressMark(other.address)
  const similar = similarNames(one.name, other.name)
  if (sameAddress) return similar ? 'address_and_name' : 'address'
  return similar && areNear(one, other) ? 'name_nearby' : null
}

/** "1 Main St. NW, Washington" and "1 MAIN ST NW Washington" are one address. */
export function addressMark(address: string): string {
  return plain(address).join(' ')
}

/** One name holds all the telling words of the other, or at least half of them are the same. */
export function similarNames(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  const fewer = Math.min(a.size, b.size)
  if (fewer === 0) return plain(one).join(' ') === plain(other).join(' ')
  return shared === fewer || shared / (a.size + b.size - shared) >= 0.5
}

function tellingWords(name: string): Set<string> {
  return new Set(plain(name).filter((word) => !common.has(word)))
}

function plain(text: string): string[] {
  const bare = text.normalize('NFD').replace(/[\p{M}'’.]/gu, '')
  return bare.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** About 75 meters: the next door, or the next corner of the same house. */
const nearMeters = 75

function areNear(one: Whereabouts, other: Whereabouts): boolean {
  const [here, there] = [placed(one), placed(other)]
  return here !== null && there !== null && metersBetween(here, there) <= nearMeters
}

function placed({ latitude, longitude }: Whereabouts): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** The square of the map, and those around it, in which a near venue lies. */
export function squaresAround({ longitude, latitude }: Whereabouts): string[] {
  if (longitude === null || latitude === null) return []
  const [x, y] = [Math.floor(longitude * 500), Math.floor(latitude * 500)]
  const steps = [-1, 0, 1]
  return steps.flatMap((dx) => steps.map((dy) => `${x + dx} ${y + dy}`))
}

export function squareOf({ longitude, latitude }: Whereabouts): string | null {
  if (longitude === null || latitude === null) return null
  return `${Math.floor(longitude * 500)} ${Math.floor(latitude * 500)}`
}
