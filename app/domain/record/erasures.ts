import type { Finding, RecordRow } from './chain'

/** An event that says how many details were erased, when and under which rule. */
export type Erasing = {
  id: string
  sequence: number | null
  at: number
  rule: string
  count: number
}

type Erased = Pick<RecordRow, 'id' | 'sequence' | 'at'>

/**
 * Counts the events whose details are erased, and holds them against the events that say so: details
 * are erased only by a recorded deed, at its moment and under its rule.
 */
export function countErasures() {
  const erased = new Map<string, { count: number; some: Erased[] }>()

  function next({ id, sequence, at, erasedAt, erasedUnder }: RecordRow): void {
    if (erasedAt === null) return
    const key = keyOf(erasedAt, erasedUnder)
    const kept = erased.get(key) ?? { count: 0, some: [] }
    kept.count += 1
    if (kept.some.length < 10) kept.some.push({ id, sequence, at })
    erased.set(key, kept)
  }

  /** Only what was erased before the check began can be counted: `last` is the end of the record then. */
  function end(erasings: readonly Erasing[], last: number): Finding[] {
    const told = new Map<string, Erasing>()
    for (const each of erasings) {
      const key = keyOf(each.at, each.rule)
      told.set(key, { ...each, count: each.count + (told.get(key)?.count ?? 0) })
    }
    const unrecorded = [...erased].flatMap(([key, { some }]) =>
      told.has(key)
        ? []
        : some.map(({ id, sequence }): Finding => ({ what: 'erased_unrecorded', sequence, id })),
    )
    const miscounted = [...told].flatMap(([key, { id, sequence, count }]): Finding[] => {
      const found = erased.get(key)?.count ?? 0
      const soon = sequence === null || sequence > last
      return soon || found === count ? [] : [{ what: 'erasure_miscounted', sequence, id }]
    })
    return [...unrecorded, ...miscounted]
  }

  return { next, end, count: () => [...erased.values()].reduce((sum, { count }) => sum + count, 0) }
}

function keyOf(at: unknown, rule: unknown): string {
  return JSON.stringify([at, rule])
}
