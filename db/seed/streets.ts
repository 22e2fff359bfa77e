/**
 * The made-up streets of the demo. They lie in the open water of the Chesapeake Bay, some forty miles
 * east of Washington, where no street is and no venue of the license list.
 */

export type Point = { latitude: number; longitude: number }

type Street = {
  /** Where the numbered places stand: house number, meters east and meters north of the middle. */
  corners: [number: number, east: number, north: number][]
}

const middle = { latitude: 38.78, longitude: -76.46 }
const metersPerDegree = 111_320
/** Half of a street and its sidewalk: even numbers stand on its right side, odd ones on its left. */
const besideStreet = 9

const streets: Record<string, Street> = {
  'Harbor Street': {
    corners: [
      [100, 0, 0],
      [150, 170, 12],
      [200, 330, 40],
      [250, 480, 90],
      [300, 620, 155],
    ],
  },
  'Cooper’s Row': {
    corners: [
      [1, 150, 30],
      [20, 146, 135],
      [40, 138, 245],
    ],
  },
  'Rope Walk': {
    corners: [
      [1, 338, 62],
      [20, 354, 172],
      [40, 374, 290],
    ],
  },
  'Tidewater Court': {
    corners: [
      [1, 425, 52],
      [12, 450, -12],
    ],
  },
  'Mill Lane': {
    corners: [
      [1, -2400, 1500],
      [30, -2240, 1560],
      [60, -2070, 1595],
    ],
  },
  'Market Row': {
    corners: [
      [1, 2600, 900],
      [40, 2640, 1100],
      [80, 2695, 1290],
    ],
  },
}

/** Where an address such as "142 Harbor Street, Old Ferry Quarter" stands. */
export function placeOf(address: string): Point {
  const [, number = '', street = ''] = /^(\d+) ([^,]+)/.exec(address) ?? []
  return besideAt(street, Number(number), Number(number) % 2 === 0 ? besideStreet : -besideStreet)
}

/** The curb of a street from one house number to another, on the side of its even numbers. */
export function curb(street: string, from: number, to: number): Point[] {
  const between = cornersOf(street).flatMap(([number]) =>
    number > Math.min(from, to) && number < Math.max(from, to) ? number : [],
  )
  return [from, ...between, to].map((number) => besideAt(street, number, besideStreet / 2))
}

function besideAt(street: string, number: number, aside: number): Point {
  const corners = cornersOf(street)
  const next = Math.max(
    1,
    corners.findIndex(([at]) => at >= number),
  )
  const [from, to] = [corners[next - 1], corners[next]]
  if (!from || !to || number > to[0]) throw new Error(`There is no ${number} ${street}.`)
  const share = (number - from[0]) / (to[0] - from[0])
  const [east, north] = [to[1] - from[1], to[2] - from[2]]
  const length = Math.hypot(east, north)
  return onEarth(
    from[1] + share * east + (aside * north) / length,
    from[2] + share * north - (aside * east) / length,
  )
}

function cornersOf(street: string): Street['corners'] {
  const found = streets[street]
  if (!found) throw new Error(`Nobody made up a street called “${street}”.`)
  return found.corners
}

function onEarth(east: number, north: number): Point {
  const shrink = Math.cos((middle.latitude * Math.PI) / 180)
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return {
    latitude: rounded(middle.latitude + north / metersPerDegree),
    longitude: rounded(middle.longitude + east / (metersPerDegree * shrink)),
  }
}
