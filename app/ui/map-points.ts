import type { MapPlace } from './map-plane'

/** A point as it stands in a text of one "latitude, longitude" per line. */
export type WrittenPoint = MapPlace & { line: number }

/** The lines of the text that are points; the others are left for the server to speak of. */
export function pointsIn(text: string): WrittenPoint[] {
  return text.split('\n').flatMap((line, index) => {
    const [, latitude, longitude] =
      /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(line) ?? []
    if (latitude === undefined || longitude === undefined) return []
    const point = { latitude: Number(latitude), longitude: Number(longitude), line: index }
    return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? [point] : []
  })
}

/** "38.91702, -77.03112": five digits are a meter. */
export function pointInWords({ latitude, longitude }: MapPlace): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

export function withPoint(text: string, point: MapPlace): string {
  const before = text.trimEnd()
  return before ? `${before}\n${pointInWords(point)}` : pointInWords(point)
}

export function withPointMoved(text: string, line: number, point: MapPlace): string {
  const lines = text.split('\n')
  lines[line] = pointInWords(point)
  return lines.join('\n')
}

export function withoutLastPoint(text: string): string {
  const last = pointsIn(text).at(-1)
  if (!last) return text
  return text
    .split('\n')
    .filter((_, index) => index !== last.line)
    .join('\n')
    .trimEnd()
}

type NamedLine = { name: string; points: readonly MapPlace[] }

/** The street that passes nearest, if one does within so many meters. */
export function streetNear(streets: readonly NamedLine[], place: MapPlace, within = 60) {
  const across = 111_320 * Math.cos((place.latitude * Math.PI) / 180)
  const flat = (each: MapPlace) => ({
    x: (each.longitude - place.longitude) * across,
    y: (each.latitude - place.latitude) * 111_320,
  })
  let nearest: { name: string; meters: number } | null = null
  for (const { name, points } of streets) {
    for (const [index, point] of points.entries()) {
      const [from, to] = [flat(points[index - 1] ?? point), flat(point)]
      const meters = distanceToOrigin(from, to)
      if (meters <= within && meters < (nearest?.meters ?? Infinity)) nearest = { name, meters }
    }
  }
  return nearest?.name ?? null
}

type Spot = { x: number; y: number }

function distanceToOrigin(from: Spot, to: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  const share = square ? Math.min(1, Math.max(0, -(from.x * dx + from.y * dy) / square)) : 0
  return Math.hypot(from.x + dx * share, from.y + dy * share)
}
