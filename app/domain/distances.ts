/** Degrees, WGS 84. */
export type Point = { latitude: number; longitude: number }
export type Box = { south: number; west: number; north: number; east: number }

/** A degree of latitude on a sphere of the earth's mean radius. */
export const metersPerDegree = (6_371_008.8 * Math.PI) / 180

/**
 * Meters from a point to the nearest stretch of a zone's curb. The earth is taken as flat around the
 * point (equirectangular), which within a few kilometers is right to a fraction of a percent.
 */
export function metersToCurb(point: Point, segments: readonly { points: readonly Point[] }[]) {
  const nearest = segments.flatMap(({ points }) =>
    points.map((from, index) => metersToStretch(point, from, points[index + 1] ?? from)),
  )
  return Math.min(...nearest)
}

export function metersBetween(from: Point, to: Point): number {
  return metersToStretch(from, to, to)
}

/** The corners of all points, and so many meters more on every side. */
export function boxAround(points: readonly Point[], meters = 0): Box {
  const latitudes = points.map(({ latitude }) => latitude)
  const longitudes = points.map(({ longitude }) => longitude)
  return widened(
    {
      south: Math.min(...latitudes),
      west: Math.min(...longitudes),
      north: Math.max(...latitudes),
      east: Math.max(...longitudes),
    },
    meters,
  )
}

/** A degree of longitude is shortest at the edge nearer to a pole, so that edge decides. */
export function widened(box: Box, meters: number): Box {
  const high = meters / metersPerDegree
  const farthest = Math.min(89, Math.max(Math.abs(box.south), Math.abs(box.north)) + high)
  const wide = high / Math.cos(radians(farthest))
  return {
    south: box.south - high,
    west: box.west - wide,
    north: box.north + high,
    east: box.east + wide,
  }
}

function metersToStretch(point: Point, from: Point, to: Point): number {
  const a = flat(from, point)
  const b = flat(to, point)
  const along = { x: b.x - a.x, y: b.y - a.y }
  const length = along.x ** 2 + along.y ** 2
  const share = length === 0 ? 0 : -(a.x * along.x + a.y * along.y) / length
  const part = Math.min(1, Math.max(0, share))
  return Math.hypot(a.x + part * along.x, a.y + part * along.y)
}

/** Meters east and north of the center. */
function flat({ latitude, longitude }: Point, center: Point): { x: number; y: number } {
  const turn = ((longitude - center.longitude + 540) % 360) - 180
  return {
    x: turn * metersPerDegree * Math.cos(radians(center.latitude)),
    y: (latitude - center.latitude) * metersPerDegree,
  }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
