import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxAround, metersBetween, metersToCurb } from '~/domain/distances'
import { harbor } from '~tests/support/zone-desk'

const block = [{ points: [harbor.west, harbor.east] }]

describe('the distance from a venue to a curb', () => {
  it('is measured to the nearest place on it, not only to its ends', () => {
    expect(metersToCurb(harbor.near, block)).toBeCloseTo(111.2, 1)
    expect(metersToCurb({ ...harbor.west, longitude: -77.0329 }, block)).toBeCloseTo(86.5, 1)
    expect(metersToCurb(harbor.east, block)).toBe(0)
  })

  it('is the shortest over all stretches', () => {
    const far = { points: [harbor.far, { ...harbor.far, longitude: -77.03 }] }
    expect(metersToCurb(harbor.near, [far, ...block])).toBeCloseTo(111.2, 1)
  })

  it('crosses the date line by the short way', () => {
    const fiji = { latitude: -17, longitude: 179.999 }
    expect(metersBetween(fiji, { latitude: -17, longitude: -179.999 })).toBeCloseTo(212.7, 0)
  })

  it('agrees with the great circle to half a percent, within 3 kilometers and below 65 degrees', () => {
    const place = fc.record({
      latitude: fc.double({ min: -65, max: 65, noNaN: true }),
      longitude: fc.double({ min: -179, max: 179, noNaN: true }),
    })
    const offset = fc.double({ min: -0.018, max: 0.018, noNaN: true })
    fc.assert(
      fc.property(place, offset, offset, (from, north, east) => {
        const to = { latitude: from.latitude + north, longitude: from.longitude + east }
        const exact = greatCircle(from, to)
        expect(Math.abs(metersBetween(from, to) - exact)).toBeLessThanOrEqual(exact * 0.005 + 0.01)
      }),
    )
  })
})

it('puts every point within reach into the box around a zone', () => {
  const { points } = block[0] ?? { points: [] }
  const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
  const reach = fc.integer({ min: 50, max: 2_000 })
  fc.assert(
    fc.property(angle, reach, fc.integer({ min: -65, max: 65 }), (turn, meters, latitude) => {
      const moved = points.map((point) => ({ ...point, latitude }))
      const box = boxAround(moved, meters)
      const [from] = moved
      if (!from) return
      const degree = 111_195
      const point = {
        latitude: latitude + (Math.sin(turn) * meters) / degree,
        longitude:
          from.longitude +
          (Math.cos(turn) * meters) / (degree * Math.cos((latitude * Math.PI) / 180)),
      }
      if (metersToCurb(point, [{ points: moved }]) > meters) return
      expect(point.latitude).toBeGreaterThanOrEqual(box.south)
      expect(point.latitude).toBeLessThanOrEqual(box.north)
      expect(point.longitude).toBeGreaterThanOrEqual(box.west)
      expect(point.longitude).toBeLessThanOrEqual(box.east)
    }),
  )
})

type Degrees = { latitude: number; longitude: number }

/** Haversine, on the same sphere. */
function greatCircle(from: Degrees, to: Degrees): number {
  const turn = Math.PI / 180
  const a =
    Math.sin(((to.latitude - from.latitude) * turn) / 2) ** 2 +
    Math.cos(from.latitude * turn) *
      Math.cos(to.latitude * turn) *
      Math.sin(((to.longitude - from.longitude) * turn) / 2) ** 2
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a))
}
