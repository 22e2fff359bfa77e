import './styles/map-field.css'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { countOf } from '~/words/en/format'
import { Button } from './button'
import { TextArea } from './fields'
import type { MapCanvas } from './map-canvas'
import type { MapFrame, MapPlace } from './map-plane'
import {
  pointInWords,
  pointsIn,
  streetNear,
  withoutLastPoint,
  withPoint,
  withPointMoved,
} from './map-points'

type MapFieldProps = {
  name: string
  label: string
  help: ReactNode
  /** One "latitude, longitude" per line. */
  defaultValue?: string | undefined
  /** What the map shows at first. Without it there is the text alone. */
  frame: MapFrame | null
  streets: readonly { name: string; points: readonly MapPlace[] }[]
  error?: string | undefined
}

/** One key press moves the crosshair by this many pixels; with Shift, by the larger number. */
const steps = { plain: 12, far: 60 }

/**
 * Points along a curb, as text with one point per line. Where a script runs, a map below it adds,
 * moves and removes them too; what is posted is the text, with or without the map.
 */
export function MapField({
  name,
  label,
  help,
  defaultValue,
  frame,
  streets,
  error,
}: MapFieldProps) {
  const root = useRef<HTMLDivElement>(null)
  return (
    <div className="map-field" ref={root}>
      <TextArea
        name={name}
        label={label}
        hint={help}
        defaultValue={defaultValue}
        {...(error ? { error } : {})}
        rows={4}
        notice={{ none: 'It holds the coordinates of a curb.' }}
      />
      {frame ? (
        <PointMap
          label={label}
          frame={frame}
          streets={streets}
          field={() => root.current?.querySelector('textarea') ?? null}
        />
      ) : null}
    </div>
  )
}

type PointMapProps = Pick<MapFieldProps, 'label' | 'streets'> & {
  frame: MapFrame
  field: () => HTMLTextAreaElement | null
}

function PointMap({ label, frame, streets, field }: PointMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<MapCanvas | null>(null)
  const [ready, setReady] = useState(false)
  const [words, setWords] = useState('')
  const keys = useId()

  const write = (text: string) => {
    const area = field()
    if (!area || area.value === text) return
    area.setRangeText(text, 0, area.value.length, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const wordsFor = (place: MapPlace) => {
    const street = streetNear(streets, place)
    return street ? `${pointInWords(place)}, near ${street}` : pointInWords(place)
  }
  const add = (place: MapPlace) => {
    const text = field()?.value ?? ''
    write(withPoint(text, place))
    setWords(`Point ${pointsIn(text).length + 1} added at ${wordsFor(place)}.`)
  }
  const removeLast = () => {
    const text = field()?.value ?? ''
    const count = pointsIn(text).length
    if (count === 0) return setWords('There is no point to remove.')
    write(withoutLastPoint(text))
    setWords(`Point ${count} removed. ${countOf(count - 1, 'point is', 'points are')} left.`)
  }
  const move = (line: number, number: number, place: MapPlace) => {
    write(withPointMoved(field()?.value ?? '', line, place))
    setWords(`Point ${number} moved to ${wordsFor(place)}.`)
  }
  const act = useRef({ add, move })
  act.current = { add, move }

  // Once: the map lives as long as its field, whatever is typed meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: frame and streets only set it up
  useEffect(() => {
    const area = field()
    const holder = box.current
    if (!area || !holder) return
    let gone = false
    const redraw = () => canvas.current?.show(pointsIn(area.value))
    area.addEventListener('input', redraw)
    import('./map-canvas')
      .then(({ mapCanvas }) =>
        gone
          ? null
          : mapCanvas(holder, {
              frame,
              streets,
              onAdd: (place) => act.current.add(place),
              onMove: ({ line }, place) => {
                const index = pointsIn(area.value).findIndex((each) => each.line === line)
                act.current.move(line, index + 1, place)
              },
            }),
      )
      .then((made) => {
        if (gone) return made?.remove()
        canvas.current = made
        redraw()
        setReady(true)
      })
      // Without the map the text still takes every point.
      .catch(() => setReady(false))
    return () => {
      gone = true
      area.removeEventListener('input', redraw)
      canvas.current?.remove()
      canvas.current = null
    }
  }, [])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== box.current) return
    const { current: map } = canvas
    const pixels = event.shiftKey ? steps.far : steps.plain
    const [right, down] = arrows[event.key] ?? [0, 0]
    if (!map) return
    if (right || down)
      setWords(`Crosshair at ${wordsFor(map.step(right * pixels, down * pixels))}.`)
    else if (event.key === 'Enter') add(map.middle())
    else if (event.key === 'Backspace' || event.key === 'Delete') removeLast()
    else if (event.key === '+' || event.key === '=') map.zoom(0.5)
    else if (event.key === '-') map.zoom(-0.5)
    else return
    event.preventDefault()
  }

  return (
    <div className={ready ? 'point-map' : 'point-map waiting'}>
      <p className="hint" id={keys}>
        Tap the map to add a point, and drag a point to move it. With a keyboard: arrows move the
        crosshair, Enter adds a point there, Backspace removes the last one, plus and minus zoom.
      </p>
      <div className="frame">
        <div
          ref={box}
          className="canvas"
          role="application"
          aria-label={`Map for “${label}”`}
          aria-describedby={keys}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys are the map's
          tabIndex={0}
          onKeyDown={onKeyDown}
        />
        <span className="crosshair" aria-hidden="true" />
      </div>
      <p className="status" role="status">
        {words}
      </p>
      <div className="actions">
        <Button type="button" small onClick={() => canvas.current && add(canvas.current.middle())}>
          Add a point at the crosshair
        </Button>
        <Button type="button" small onClick={removeLast}>
          Remove the last point
        </Button>
      </div>
    </div>
  )
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}
