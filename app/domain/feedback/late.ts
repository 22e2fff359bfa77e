import type { EventKind } from '../events'

/** What leads an application past a letter, and the way back from stepping away. */
export const moves = [
  'application.shared',
  'certificate.issued',
  'application.stepped_away',
  'application.came_back',
] as const satisfies readonly EventKind[]

export type MovedOn = { kind: (typeof moves)[number]; at: Date }
export type Late = { after: Exclude<MovedOn['kind'], 'application.came_back'>; at: Date }

/**
 * What a word to a letter came after: the last thing that led the application past the letter. Null for
 * a word in time. Whoever came back has not stepped away.
 */
export function cameAfter(moved: readonly MovedOn[], at: Date): Late | null {
  let late: Late | null = null
  let before: Late | null = null
  for (const move of moved) {
    if (move.at >= at) break
    if (move.kind === 'application.came_back') late = before
    else {
      if (move.kind !== 'application.stepped_away') before = { after: move.kind, at: move.at }
      late = { after: move.kind, at: move.at }
    }
  }
  return late
}
