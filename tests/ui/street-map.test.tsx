import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { labelAlong, labelBeside, movedApart, type Taken } from '~/ui/map-labels'
import { planeOver, scaleBars } from '~/ui/map-plane'
import { StreetMap } from '~/ui/street-map'

const frame = { south: 38.914, west: -77.036, north: 38.92, east: -77.028 }
const street = (name: string, latitude: number) => ({
  name,
  points: [
    { latitude, longitude: -77.04 },
    { latitude, longitude: -77.02 },
  ],
})
const dot = (number: number, href?: string) => ({
  key: `${number}`,
  number,
  label: `Venue ${number}`,
  latitude: 38.917,
  longitude: -77.033,
  href,
})

describe('a map', () => {
  const zone = { key: 'z', label: 'Harbor zone', points: street('', 38.9165).points }

  it('says in words what it shows', () => {
    const html = renderToStaticMarkup(
      <StreetMap
        title="Zones"
        frame={frame}
        streets={[]}
        lines={[zone, zone]}
        dots={[dot(1), dot(2)]}
      />,
    )
    expect(html).toContain(
      'aria-label="Zones. Map, north is up. Marked along the street: Harbor zone. 2 places, numbered as in the list."',
    )
    expect(html).toContain('role="img"')
    expect(html.match(/>Harbor zone</g)).toHaveLength(1)
  })

  it('is a group with named links where its dots lead somewhere', () => {
    const html = renderToStaticMarkup(
      <StreetMap title="Venues" frame={frame} streets={[]} dots={[dot(1, '/venues/one')]} />,
    )
    expect(html).toContain('role="group"')
    expect(html).not.toContain('role="img"')
    expect(html).toContain('<a href="/venues/one" aria-label="1. Venue 1">')
  })

  it('names a street once, and has no style and no script', () => {
    const html = renderToStaticMarkup(
      <StreetMap
        title="Streets"
        frame={frame}
        streets={[street('U St', 38.917), street('U St', 38.9155), street('<V> St', 38.919)]}
      />,
    )
    expect(html.match(/>U St</g)).toHaveLength(1)
    expect(html).toContain('&lt;V&gt; St')
    expect(html).not.toMatch(/ style=|<script|<style/)
  })

  it('frames its own lines and dots, and is not there without any', () => {
    expect(renderToStaticMarkup(<StreetMap title="None" streets={[]} />)).toBe('')
    const html = renderToStaticMarkup(<StreetMap title="One" streets={[]} dots={[dot(1)]} />)
    expect(html).toMatch(/<circle class="pin" cx="200" cy="(?:120|170)"/)
  })
})

describe('a plane', () => {
  it('has north up and east to the right, at one scale', () => {
    const plane = planeOver(frame, 400)
    const middle = plane.spotOf({ latitude: 38.917, longitude: -77.032 })
    const north = plane.spotOf({ latitude: 38.918, longitude: -77.032 })
    const east = plane.spotOf({ latitude: 38.917, longitude: -77.031 })
    expect(middle).toEqual({ x: 200, y: plane.height / 2 })
    expect(middle.y - north.y).toBeCloseTo(111.32 * plane.scale, 0)
    const shrunk = Math.cos((38.917 * Math.PI) / 180)
    expect(east.x - middle.x).toBeCloseTo(111.32 * shrunk * plane.scale, 0)
  })

  it('holds the whole frame, whatever its shape', () => {
    for (const high of [0.0001, 0.004, 0.03]) {
      const tall = { ...frame, north: frame.south + high }
      const plane = planeOver(tall, 400)
      for (const corner of [
        plane.spotOf({ latitude: tall.south, longitude: tall.west }),
        plane.spotOf({ latitude: tall.north, longitude: tall.east }),
      ]) {
        expect(corner.x).toBeGreaterThanOrEqual(-0.1)
        expect(corner.x).toBeLessThanOrEqual(400.1)
        expect(corner.y).toBeGreaterThanOrEqual(-0.1)
        expect(corner.y).toBeLessThanOrEqual(plane.height + 0.1)
      }
      expect(plane.height).toBeLessThanOrEqual(340)
    }
  })

  it('has bars of round lengths in feet and meters that are true to it', () => {
    const plane = planeOver(frame, 400)
    const [feet, meters] = scaleBars(plane)
    expect(feet).toMatchObject({ unit: 'ft', length: 500 })
    expect(meters).toMatchObject({ unit: 'm', length: 200 })
    expect(meters?.units).toBeCloseTo(200 * plane.scale, 1)
    expect(feet?.units).toBeCloseTo(152.4 * plane.scale, 1)
  })
})

describe('labels', () => {
  const room = { width: 400, height: 300 }

  it('never cover each other', () => {
    const taken: Taken[] = []
    const placed = Array.from({ length: 30 }, () =>
      labelBeside('A name', [{ x: 200, y: 150 }], [8, 20, 40], 12, taken, room),
    ).filter((label) => label !== null)
    expect(placed.length).toBeGreaterThan(2)
    expect(placed.length).toBeLessThan(30)
    const circles = taken.length / placed.length
    for (const [index, one] of taken.entries()) {
      for (const [other, two] of taken.entries()) {
        if (Math.floor(index / circles) === Math.floor(other / circles)) continue
        expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(one.r + two.r - 0.001)
      }
    }
  })

  it('along a line are never upside down, and not longer than the line', () => {
    const line = [
      { x: 300, y: 200 },
      { x: 100, y: 100 },
    ]
    const label = labelAlong('Harbor St', line, 12, [], room)
    expect(label?.turn).toBe(27)
    expect(labelAlong('A very long name of a street', line.slice(0, 1), 12, [], room)).toBeNull()
  })

  it('leave dots that share a spot apart, inside the drawing', () => {
    const moved = movedApart(
      Array.from({ length: 6 }, () => ({ x: 4, y: 4 })),
      15,
      room,
    )
    for (const [index, one] of moved.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(15)
      expect(one.y).toBeGreaterThanOrEqual(15)
      for (const two of moved.slice(index + 1)) {
        expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(26)
      }
    }
  })
})
