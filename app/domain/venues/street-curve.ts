type Spot = { x: number; y: number }
type Along = { t: number; off: number }

/** Where nobody has an address for this long, in meters, the street may well be interrupted. */
const longestGap = 700
/** Addresses stand beside the street; farther off than this, one is wrong or around a corner. */
const farthest = 45
const spread = 28
const shortest = 80

/**
 * Fits a line or a gentle arc to the spots of one street, in meters, in one or several stretches.
 * Spots far from all the others' curve are left out; what follows no curve gives nothing.
 */
export function fittedCurve(
  spots: readonly Spot[],
  fewest: number,
): { points: Spot[]; length: number }[] {
  const axis = mainAxis(spots)
  const sorted = spots
    .map((spot) => ({ spot, t: spot.x * axis.x + spot.y * axis.y }))
    .sort((a, b) => a.t - b.t)

  const stretches: Spot[][] = []
  let before: number | null = null
  for (const { spot, t } of sorted) {
    const last = stretches.at(-1)
    if (!last || before === null || t - before > longestGap) stretches.push([spot])
    else last.push(spot)
    before = t
  }
  return stretches.flatMap(
    // Most of what addresses differ is how deep their houses are: an arc only where no line will do.
    (stretch) => fitted(stretch, fewest, false) ?? fitted(stretch, fewest, true) ?? [],
  )
}

function fitted(spots: readonly Spot[], fewest: number, bent: boolean) {
  if (spots.length < fewest) return null
  const middle = { x: mean(spots.map((spot) => spot.x)), y: mean(spots.map((spot) => spot.y)) }
  const axis = mainAxis(spots)
  let kept = spots.map(({ x, y }): Along => {
    const [dx, dy] = [x - middle.x, y - middle.y]
    return { t: dx * axis.x + dy * axis.y, off: dy * axis.x - dx * axis.y }
  })
  let curve = leastSquares(kept, bent)
  for (let round = 0; round < 3; round += 1) {
    const worst = Math.max(...kept.map((each) => Math.abs(missOf(curve, each))))
    if (worst <= farthest) break
    // The worst go first: one wild address pulls the curve away from all the rest.
    const limit = Math.max(farthest, worst * 0.6)
    kept = kept.filter((each) => Math.abs(missOf(curve, each)) <= limit)
    if (kept.length < Math.max(fewest, spots.length * 0.7)) return null
    curve = leastSquares(kept, bent)
  }
  const misses = kept.map((each) => missOf(curve, each) ** 2)
  const [from, to] = [Math.min(...kept.map(({ t }) => t)), Math.max(...kept.map(({ t }) => t))]
  if (
    Math.sqrt(mean(misses)) > (bent ? spread : spread * 0.7) ||
    Math.max(...misses) > farthest ** 2
  )
    return null
  if (to - from < shortest || distinct(kept) < fewest - 1) return null

  const rise = Math.abs(curve.c) * ((to - from) / 2) ** 2
  if (rise > (to - from) * 0.12) return null
  const steps = rise < 6 ? 1 : Math.min(8, 2 + Math.ceil(rise / 12))
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const t = from + ((to - from) * step) / steps
    const off = curve.a + curve.b * t + curve.c * t * t
    return { x: middle.x + t * axis.x - off * axis.y, y: middle.y + t * axis.y + off * axis.x }
  })
  return { points, length: to - from }
}

/** The direction in which the spots are strewn most. */
function mainAxis(spots: readonly Spot[]): Spot {
  const [mx, my] = [mean(spots.map((spot) => spot.x)), mean(spots.map((spot) => spot.y))]
  let [xx, xy, yy] = [0, 0, 0]
  for (const { x, y } of spots) {
    xx += (x - mx) ** 2
    xy += (x - mx) * (y - my)
    yy += (y - my) ** 2
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  return { x: Math.cos(angle), y: Math.sin(angle) }
}

type Curve = { a: number; b: number; c: number }

/** off = a + b·t, or a + b·t + c·t², by least squares. */
function leastSquares(spots: readonly Along[], bent: boolean): Curve {
  const far = Math.max(...spots.map(({ t }) => Math.abs(t)), 1)
  const sums = [0, 1, 2, 3, 4].map((power) => mean(spots.map(({ t }) => (t / far) ** power)))
  const sides = [0, 1, 2].map((power) => mean(spots.map(({ t, off }) => off * (t / far) ** power)))
  const [s0 = 1, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = sums
  const [r0 = 0, r1 = 0, r2 = 0] = sides
  const whole = s0 * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2)
  if (!bent || spots.length < 5 || Math.abs(whole) < 1e-3) {
    const flat = s0 * s2 - s1 * s1
    if (Math.abs(flat) < 1e-9) return { a: r0, b: 0, c: 0 }
    return { a: (r0 * s2 - r1 * s1) / flat, b: (s0 * r1 - s1 * r0) / flat / far, c: 0 }
  }
  const a = r0 * (s2 * s4 - s3 * s3) - s1 * (r1 * s4 - r2 * s3) + s2 * (r1 * s3 - r2 * s2)
  const b = s0 * (r1 * s4 - r2 * s3) - r0 * (s1 * s4 - s2 * s3) + s2 * (s1 * r2 - s2 * r1)
  const c = s0 * (s2 * r2 - s3 * r1) - s1 * (s1 * r2 - s2 * r1) + r0 * (s1 * s3 - s2 * s2)
  return { a: a / whole, b: b / whole / far, c: c / whole / far ** 2 }
}

function missOf({ a, b, c }: Curve, { t, off }: Along): number {
  return off - (a + b * t + c * t * t)
}

function distinct(spots: readonly Along[]): number {
  return new Set(spots.map(({ t, off }) => `${Math.round(t / 8)} ${Math.round(off / 8)}`)).size
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / (numbers.length || 1)
}
