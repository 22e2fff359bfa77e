import { and, between } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import type { Box } from '../distances'
import { notMerged } from '../live-venues.server'
import { type Street, sketchStreets } from './street-sketch'

/** How long a sketch is good for, in milliseconds, and how many are kept at once. */
const fresh = 5 * 60_000
const mostKept = 40
/** How much farther than the frame addresses are read, so that a street runs on over its edge. */
const margin = 0.3

const kept = new WeakMap<Reader, Map<string, { until: number; streets: Promise<Street[]> }>>()

/**
 * The streets in a frame, drawn from the addresses of the venues on file, so that a map needs no
 * map service. Kept for five minutes, since the list of licenses changes once in a while.
 */
export function streetsIn(db: Reader, frame: Box, now: Date): Promise<Street[]> {
  const wide = widened(frame)
  const key = Object.values(wide).join(' ')
  const sketches = kept.get(db) ?? new Map()
  kept.set(db, sketches)

  const known = sketches.get(key)
  if (known && known.until > now.getTime()) return known.streets
  const [oldest] = sketches.keys()
  if (sketches.size >= mostKept) sketches.delete(oldest)
  const streets = readPlaces(db, wide).then((places) => sketchStreets(places))
  streets.catch(() => sketches.delete(key))
  sketches.set(key, { until: now.getTime() + fresh, streets })
  return streets
}

async function readPlaces(db: Reader, { south, west, north, east }: Box) {
  const rows = await db
    .select({
      address: venues.address,
      latitude: venues.latitude,
      longitude: venues.longitude,
    })
    .from(venues)
    .where(
      and(notMerged, between(venues.latitude, south, north), between(venues.longitude, west, east)),
    )
    .orderBy(venues.id)
  return rows.flatMap(({ address, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ address, latitude, longitude }],
  )
}

/** Rounded outward to about a hundred meters, so that frames that hardly differ share a sketch. */
function widened({ south, west, north, east }: Box): Box {
  const [up, across] = [(north - south) * margin, (east - west) * margin]
  return {
    south: Math.floor((south - up) * 1e3) / 1e3,
    west: Math.floor((west - across) * 1e3) / 1e3,
    north: Math.ceil((north + up) * 1e3) / 1e3,
    east: Math.ceil((east + across) * 1e3) / 1e3,
  }
}
