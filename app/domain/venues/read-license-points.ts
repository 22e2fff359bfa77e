export type Point = { longitude: number | null; latitude: number | null; why?: string }

/** A city and its surroundings: farther than this, in degrees, a point is a slip of the pen. */
const reach = 2

const nowhere = { longitude: null, latitude: null }

/**
 * Reads points and compares each with the middle of the whole list, so that a lost minus sign or
 * swapped numbers are noticed. A point that cannot be right becomes none, with the reason.
 */
export function pointReader(
  pairs: readonly (readonly [longitude: string, latitude: string])[],
): (longitude: string, latitude: string) => Point {
  const read = pairs.flatMap(([x, y]) => numbersOf(x, y) ?? [])
  const middleX = median(read.map((point) => point.x))
  const middleY = median(read.map((point) => point.y))

  return (longitude, latitude) => {
    if (longitude === '' && latitude === '') return { ...nowhere, why: 'There are no coordinates.' }
    const point = numbersOf(longitude, latitude)
    if (!point) return { ...nowhere, why: 'The coordinates are not two numbers on the globe.' }
    if (Math.abs(point.x - middleX) > reach || Math.abs(point.y - middleY) > reach) {
      return { ...nowhere, why: 'The coordinates are far from all the others.' }
    }
    return { longitude: point.x, latitude: point.y }
  }
}

function numbersOf(longitude: string, latitude: string): { x: number; y: number } | null {
  if (![longitude, latitude].every((text) => /^[-+]?\d{1,3}(\.\d+)?$/.test(text))) return null
  const [x, y] = [Number(longitude), Number(latitude)]
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 && (x !== 0 || y !== 0) ? { x, y } : null
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
