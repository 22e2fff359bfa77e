/** Where things stand on a drawn map: degrees become units of the drawing, north up. */

export type MapPlace = { latitude: number; longitude: number }
export type MapFrame = { south: number; west: number; north: number; east: number }
export type Spot = { x: number; y: number }

export type Plane = {
  width: number
  height: number
  /** Units of the drawing for each meter. */
  scale: number
  spotOf: (place: MapPlace) => Spot
}

const metersPerDegree = 111_320
/** A map of one spot still shows the streets around it. */
const least = 320
/** Its height, at most, as a share of its width. */
const tallest = 0.85

/**
 * A plane of this width over the frame, widened where needed so that the drawing is neither a
 * strip nor a tower. One neighborhood is small enough to be flat.
 */
export function planeOver(frame: MapFrame, width: number): Plane {
  const middle = { y: (frame.south + frame.north) / 2, x: (frame.west + frame.east) / 2 }
  const across = metersPerDegree * Math.cos((middle.y * Math.PI) / 180)
  const wide = Math.max((frame.east - frame.west) * across, least)
  const high = Math.max((frame.north - frame.south) * metersPerDegree, least)
  const meters = Math.max(wide, high / tallest)
  const height = Math.round(width * Math.min(tallest, Math.max(0.6, high / meters)))
  const scale = width / meters
  return {
    width,
    height,
    scale,
    spotOf: ({ latitude, longitude }) => ({
      x: tenth(width / 2 + (longitude - middle.x) * across * scale),
      y: tenth(height / 2 - (latitude - middle.y) * metersPerDegree * scale),
    }),
  }
}

/** The frame around places, with a tenth of room on each side. Null without any place. */
export function frameOf(places: readonly MapPlace[]): MapFrame | null {
  if (places.length === 0) return null
  const [ys, xs] = [places.map((place) => place.latitude), places.map((place) => place.longitude)]
  const [south, north] = [Math.min(...ys), Math.max(...ys)]
  const [west, east] = [Math.min(...xs), Math.max(...xs)]
  const [up, side] = [(north - south) * 0.12, (east - west) * 0.12]
  return { south: south - up, west: west - side, north: north + up, east: east + side }
}

/** The longest round length that takes up a quarter of the width at most: 1, 2 or 5 and zeros. */
export function scaleBars({ scale, width }: Plane) {
  return [
    { unit: 'ft' as const, meters: 0.3048 },
    { unit: 'm' as const, meters: 1 },
  ].map(({ unit, meters }) => {
    const most = (width * 0.26) / (scale * meters)
    const power = 10 ** Math.floor(Math.log10(most))
    const length = ([5, 2, 1].find((each) => each * power <= most) ?? 1) * power
    return { unit, length, units: tenth(length * meters * scale) }
  })
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
