import type { Spot } from './map-plane'

/** What is taken on the drawing: a round area that no later label may touch. */
export type Taken = Spot & { r: number }

export type Label = Spot & {
  text: string
  turn: number
  /** Which end of the text stands at the spot; its middle otherwise. */
  from?: 'start' | 'end'
}

type Room = { width: number; height: number }

/** About how wide a text is, in units, at this size of type. */
export function widthOf(text: string, size: number): number {
  return text.length * size * 0.58
}

/**
 * A name along a line, at the first place where it meets nothing that is taken; null where there
 * is none. What it covers is taken from then on.
 */
export function labelAlong(
  text: string,
  line: readonly Spot[],
  size: number,
  taken: Taken[],
  room: Room,
): Label | null {
  const wide = widthOf(text, size)
  for (const share of [0.5, 0.3, 0.7, 0.15, 0.85, 0.4, 0.6, 0.22, 0.78]) {
    const at = pointAlong(line, share, room)
    if (!at || at.inside < wide * 0.8) continue
    let turn = (Math.atan2(at.dy, at.dx) * 180) / Math.PI
    if (turn > 90) turn -= 180
    if (turn <= -90) turn += 180
    const label = { text, x: at.x, y: at.y, turn: Math.round(turn) }
    if (place(label, wide, size, taken, room)) return label
  }
  return null
}

/** A level name beside one of these spots, near it or a little farther off; null without room. */
export function labelBeside(
  text: string,
  spots: readonly Spot[],
  distances: readonly number[],
  size: number,
  taken: Taken[],
  room: Room,
): Label | null {
  const wide = widthOf(text, size)
  const places = distances.flatMap((far) => spots.map((spot) => ({ spot, far })))
  const tries = places.flatMap(({ spot, far }): Label[] => {
    const up = size * 0.6 + far
    const at = (dx: number, dy: number) => ({ text, x: spot.x + dx, y: spot.y + dy, turn: 0 })
    return [
      at(0, -up),
      at(0, up),
      ...([0, -up, up] as const).flatMap((dy): Label[] => [
        { ...at(far, dy), from: 'start' },
        { ...at(-far, dy), from: 'end' },
      ]),
    ]
  })
  return tries.find((label) => place(label, wide, size, taken, room)) ?? null
}

/** Moves round things apart until none covers another, each as little as it takes. */
export function movedApart<T extends Spot>(spots: readonly T[], r: number, room: Room): T[] {
  const moved = spots.map((spot) => ({ ...spot }))
  for (let round = 0; round < 80; round += 1) {
    let calm = true
    for (const [index, one] of moved.entries()) {
      for (const other of moved.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y]
        const apart = Math.hypot(dx, dy)
        if (apart >= 2 * r) continue
        calm = false
        const push = (2 * r - apart) / 2 + 0.1
        // Two on one spot part in a direction of their own, the same at every drawing.
        const angle = apart < 0.5 ? index * 2.4 : Math.atan2(dy, dx)
        one.x -= Math.cos(angle) * push
        one.y -= Math.sin(angle) * push
        other.x += Math.cos(angle) * push
        other.y += Math.sin(angle) * push
      }
    }
    for (const each of moved) {
      each.x = Math.min(room.width - r, Math.max(r, each.x))
      each.y = Math.min(room.height - r, Math.max(r, each.y))
    }
    if (calm) break
  }
  return moved
}

function place(label: Label, wide: number, size: number, taken: Taken[], room: Room): boolean {
  const angle = (label.turn * Math.PI) / 180
  const steps = Math.max(1, Math.ceil(wide / size))
  const first = label.from === 'start' ? 0 : label.from === 'end' ? -1 : -0.5
  const cover = Array.from({ length: steps + 1 }, (_, step): Taken => {
    const along = (step / steps + first) * wide
    return {
      x: label.x + Math.cos(angle) * along,
      y: label.y + Math.sin(angle) * along,
      r: size * 0.65,
    }
  })
  const free = cover.every(
    ({ x, y, r }) =>
      x > 2 &&
      y > r &&
      x < room.width - 2 &&
      y < room.height - r &&
      taken.every((other) => Math.hypot(other.x - x, other.y - y) > other.r + r),
  )
  if (free) taken.push(...cover)
  return free
}

/** The point at this share of the part of the line that is on the drawing, and its direction. */
function pointAlong(line: readonly Spot[], share: number, { width, height }: Room) {
  const steps = line.slice(1).flatMap((to, index) => {
    const from = line[index] ?? to
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6))
    return Array.from({ length: count }, (_, step) => ({
      x: from.x + ((to.x - from.x) * (step + 0.5)) / count,
      y: from.y + ((to.y - from.y) * (step + 0.5)) / count,
      dx: (to.x - from.x) / count,
      dy: (to.y - from.y) / count,
    }))
  })
  const inside = steps.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height)
  const at = inside[Math.min(inside.length - 1, Math.floor(inside.length * share))]
  const length = inside.reduce((sum, { dx, dy }) => sum + Math.hypot(dx, dy), 0)
  return at ? { ...at, inside: length } : null
}
