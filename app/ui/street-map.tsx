import './styles/street-map.css'
import type { ReactNode } from 'react'
import { countOf, listOf } from '~/words/en/format'
import { type Label, labelAlong, labelBeside, movedApart, type Taken } from './map-labels'
import {
  frameOf,
  type MapFrame,
  type MapPlace,
  type Plane,
  planeOver,
  type Spot,
  scaleBars,
  tenth,
} from './map-plane'

export type MapStreet = { name: string; points: readonly MapPlace[] }

export type MapLine = {
  key: string
  label: string
  points: readonly MapPlace[]
  /** A soft line is hollow: planned, or not in force today. */
  tone?: 'lamp' | 'soft' | undefined
}

export type MapDot = MapPlace & {
  key: string
  label: string
  /** As in the list beside the map. Without one, the label stands next to the dot. */
  number?: number | undefined
  href?: string | undefined
}

type StreetMapProps = {
  /** What is on the map, as its heading would say: "Loading zones in Adams Morgan". */
  title: string
  streets: readonly MapStreet[]
  lines?: readonly MapLine[]
  dots?: readonly MapDot[]
  /** Otherwise as large as its lines and dots. */
  frame?: MapFrame | null | undefined
  /** Instead of the sentence on where the streets come from. */
  note?: ReactNode
}

/** The drawing is laid out for a narrow screen: on wider ones the type shrinks against the drawing. */
const width = 400
const type = { street: 15, line: 17, dot: 17 }
/** Below the drawing, for the scale and the arrow. */
const strip = 36
const dotRadius = 17
const mostStreetNames = 12

/**
 * A map without a map service and without a script: streets, thick lines and dots in one drawing.
 * Nobody has to read it: a page that shows it also has the same in a list, dots by number.
 */
export function StreetMap({ title, streets, lines = [], dots = [], frame, note }: StreetMapProps) {
  const shown = frame ?? frameOf([...lines.flatMap(({ points }) => points), ...dots])
  if (!shown) return null
  const plane = planeOver(shown, width)
  const layout = laidOut(plane, streets, lines, dots)
  const linked = dots.some(({ href }) => href)
  return (
    <figure className="street-map">
      <svg
        viewBox={`0 0 ${plane.width} ${plane.height + strip}`}
        role={linked ? 'group' : 'img'}
        aria-label={inWords(title, lines, dots)}
      >
        <rect className="ground" width={plane.width} height={plane.height} />
        <g className="streets">
          {layout.streets.map(({ key, path }) => (
            <path key={key} d={path} />
          ))}
        </g>
        {layout.lines.map(({ key, path, tone }) => (
          <g key={key} className={tone === 'soft' ? 'zone soft' : 'zone'}>
            <path className="casing" d={path} />
            <path className="core" d={path} />
          </g>
        ))}
        <Names className="names" labels={layout.streetNames} />
        <Names className="zone-names" labels={layout.lineNames} />
        {layout.dots.map((dot) => (
          <Dot key={dot.key} dot={dot} />
        ))}
        <Names className="dot-names" labels={layout.dotNames} />
        <rect className="strip" y={plane.height} width={plane.width} height={strip} />
        <Scale plane={plane} />
        <Unspoken
          className="north"
          transform={`translate(${plane.width - 16} ${plane.height + 19})`}
        >
          <path d="M0 -15 6 3 0 -1 -6 3Z" />
          <text x="-16">N</text>
        </Unspoken>
      </svg>
      <figcaption>
        {note ??
          'This map is a sketch. Its streets are drawn from the addresses of venues, so some are missing.'}
      </figcaption>
    </figure>
  )
}

type PlacedDot = MapDot & Spot & { true: Spot }

function Dot({ dot }: { dot: PlacedDot }) {
  const { x, y, number, href, label, true: spot } = dot
  const moved = Math.hypot(x - spot.x, y - spot.y) > 7
  const drawn = (
    <>
      <circle className="target" cx={x} cy={y} r={dotRadius} />
      <circle
        className={number === undefined ? 'point' : 'pin'}
        cx={x}
        cy={y}
        r={number === undefined ? 8 : 13}
      />
      {number === undefined ? null : (
        <text x={x} y={y} className="number">
          {number}
        </text>
      )}
    </>
  )
  return (
    <g className="dot">
      {moved ? (
        <>
          <path className="leader" d={`M${tenth(spot.x)} ${tenth(spot.y)} ${x} ${y}`} />
          <circle className="spot" cx={tenth(spot.x)} cy={tenth(spot.y)} r="3" />
        </>
      ) : null}
      {href ? (
        <a href={href} aria-label={number === undefined ? label : `${number}. ${label}`}>
          {drawn}
        </a>
      ) : (
        drawn
      )}
    </g>
  )
}

function Names({ className, labels }: { className: string; labels: readonly Label[] }) {
  return (
    <Unspoken className={className}>
      {labels.map(({ text, x, y, turn, from }) => (
        <text
          key={`${x} ${y}`}
          x={tenth(x)}
          y={tenth(y)}
          className={from}
          transform={turn ? `rotate(${turn} ${tenth(x)} ${tenth(y)})` : undefined}
        >
          {text}
        </text>
      ))}
    </Unspoken>
  )
}

function Scale({ plane }: { plane: Plane }) {
  const [feet, meters] = scaleBars(plane)
  if (!feet || !meters) return null
  const y = plane.height + 18
  return (
    <Unspoken className="scale" transform={`translate(10 ${y})`}>
      <path
        d={`M0 -7V7M0 0H${Math.max(feet.units, meters.units)}M${feet.units} 0V-7M${meters.units} 0V7`}
      />
      <text x={feet.units + 4} y="-7">
        {feet.length} ft
      </text>
      <text x={meters.units + 4} y="9">
        {meters.length} m
      </text>
    </Unspoken>
  )
}

type UnspokenProps = { className: string; transform?: string; children: ReactNode }

/** What the drawing's own label already says in words. */
function Unspoken({ className, transform, children }: UnspokenProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className={className} transform={transform} aria-hidden="true">
      {children}
    </g>
  )
}

function laidOut(
  plane: Plane,
  streets: readonly MapStreet[],
  lines: readonly MapLine[],
  dots: readonly MapDot[],
) {
  const pin = (dot: MapDot): PlacedDot => ({
    ...dot,
    ...plane.spotOf(dot),
    true: plane.spotOf(dot),
  })
  const placed = movedApart(dots.map(pin), dotRadius, plane).map((dot) => ({
    ...dot,
    x: tenth(dot.x),
    y: tenth(dot.y),
  }))
  const drawnLines = lines.map((line) => ({ ...line, spots: line.points.map(plane.spotOf) }))
  const drawnStreets = streets
    .map(({ name, points }) => ({ name, spots: points.map(plane.spotOf) }))
    .filter(({ spots }) => spots.some((spot) => isOn(spot, plane)) || spots.length > 1)

  const taken: Taken[] = [...placed.map(({ x, y }) => ({ x, y, r: 15 }))]
  // A line is kept free of names too, except of its own.
  const lineSpots = drawnLines.flatMap(({ spots }) => alongLine(spots))
  const blocked = [...taken, ...lineSpots]
  const lineNames = named(byLabel(drawnLines), ({ label, along }) => {
    const starts = [0.5, 0.25, 0.75, 0, 1].flatMap(
      (share) => along[Math.round((along.length - 1) * share)] ?? [],
    )
    return labelBeside(label, starts, [8, 18, 30], type.line, blocked, plane)
  })
  const dotNames = named(
    placed.filter(({ number }) => number === undefined),
    ({ label, x, y }) => labelBeside(label, [{ x, y }], [12, 18], type.dot, blocked, plane),
  )
  const streetNames: Label[] = []
  for (const { name, spots } of drawnStreets) {
    if (streetNames.length === mostStreetNames) break
    if (streetNames.some(({ text }) => text === name)) continue
    const label =
      labelAlong(name, spots, type.street, blocked, plane) ??
      labelBeside(name, alongLine(spots), [9], type.street, blocked, plane)
    if (label) streetNames.push(label)
  }
  return {
    streets: drawnStreets.map(({ name, spots }, index) => ({
      key: `${name} ${index}`,
      path: pathOf(spots),
    })),
    lines: drawnLines.map(({ key, spots, tone }) => ({ key, tone, path: pathOf(spots) })),
    dots: placed,
    lineNames,
    dotNames,
    streetNames,
  }
}

/** Lines of one name are named once, at the longest of them. */
function byLabel(lines: readonly { label: string; spots: readonly Spot[] }[]) {
  const longest = new Map<string, Taken[]>()
  for (const { label, spots } of lines) {
    const along = alongLine(spots)
    if (along.length > (longest.get(label)?.length ?? 0)) longest.set(label, along)
  }
  return [...longest].map(([label, along]) => ({ label, along }))
}

function named<T>(things: readonly T[], labelOf: (thing: T) => Label | null): Label[] {
  return things.flatMap((thing) => labelOf(thing) ?? [])
}

function alongLine(spots: readonly Spot[]): Taken[] {
  return spots.flatMap((from, index) => {
    const to = spots[index + 1] ?? from
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8))
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
      r: 4,
    }))
  })
}

function isOn({ x, y }: Spot, { width, height }: Plane): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height
}

function pathOf(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x} ${y}`).join('')
}

/** All that the drawing shows, in a sentence or two, for who hears it. */
function inWords(title: string, lines: readonly MapLine[], dots: readonly MapDot[]): string {
  const parts = [`${title}. Map, north is up.`]
  const names = [...new Set(lines.map(({ label }) => label))]
  if (names.length) parts.push(`Marked along the street: ${listOf(names)}.`)
  const numbered = dots.filter(({ number }) => number !== undefined).length
  if (numbered) parts.push(`${countOf(numbered, 'place', 'places')}, numbered as in the list.`)
  const others = dots.filter(({ number }) => number === undefined).map(({ label }) => label)
  if (others.length) parts.push(`Also marked: ${listOf(others)}.`)
  return parts.join(' ')
}
