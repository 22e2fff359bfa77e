import type { Reader } from '~db/open.server'
import type { Day } from '../dates'
import { boxAround, type Point } from '../distances'
import { streetsIn } from '../venues/street-sketch.server'
import { isServing, type Zone } from './zone'

/** Room around the curbs on a map, in meters, so that the corners can be recognized. */
const room = 150

/** Zones as lines over the streets around them, and what else stands there as dots. */
export async function zoneMap(
  db: Reader,
  zones: readonly Pick<
    Zone,
    'id' | 'name' | 'status' | 'effectiveFrom' | 'effectiveUntil' | 'facts'
  >[],
  { now, today }: { now: Date; today: Day },
  dots: readonly (Point & { key: string; label: string })[] = [],
) {
  const lines = zones.flatMap((zone) =>
    zone.facts.segments.map(({ id, points }) => ({
      key: `${zone.id} ${id}`,
      label: zone.name,
      points,
      tone: isServing(zone, today) ? ('lamp' as const) : ('soft' as const),
    })),
  )
  const points = [...lines.flatMap((line) => line.points), ...dots]
  if (points.length === 0) return null
  const frame = boxAround(points, room)
  return { frame, lines, dots: [...dots], streets: await streetsIn(db, frame, now) }
}
