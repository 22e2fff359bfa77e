import { addDays, type Day } from '../dates'
import type { TrainingNeed } from '../standards/standard-set'
import type { StaffFacts } from './coverage-standing'
import { noEnd } from './expiry'
import type { Span } from './trained-spans'

/** From this day until the next step, so many people count and so many of them are trained. */
export type TimelineStep = { day: Day; inScope: number; trained: number }

/** Before every date on paper: the first step begins here. */
const beginning: Day = '0001-01-01'

/**
 * How the two numbers of a need move as time alone passes: windows end, records end, people leave.
 * Leave is taken as it stands now, since its dates are not kept. Sorted by day, one step for each.
 */
export function coverageTimeline(
  staff: readonly StaffFacts[],
  spans: ReadonlyMap<string, readonly Span[]>,
  need: TrainingNeed,
  newHireDays: number,
): TimelineStep[] {
  const changes = new Map<Day, { inScope: number; trained: number }>()
  const change = (what: 'inScope' | 'trained', from: Day, until: Day | null) => {
    changeOn(changes, from)[what] += 1
    if (until) changeOn(changes, until)[what] -= 1
  }
  const [dayAfter, countedFrom] = [laterBy(1), laterBy(newHireDays)]
  changeOn(changes, beginning)
  for (const person of staff) {
    if (person.onLeave || !need.positions.includes(person.position)) continue
    const from = person.startedOn ? countedFrom(person.startedOn) : beginning
    const until = person.leftOn
    if (until && until <= from) continue
    change('inScope', from, until)
    for (const span of spans.get(person.id) ?? []) {
      const start = span.from > from ? span.from : from
      const end = earlier(span.to === noEnd ? null : dayAfter(span.to), until)
      if (end === null || start < end) change('trained', start, end)
    }
  }
  return summed(changes)
}

/** Adds days to a day: a long team shares few of them, so each is worked out once. */
function laterBy(days: number): (day: Day) => Day {
  const known = new Map<Day, Day>()
  return (day) => {
    const later = known.get(day) ?? addDays(day, days)
    known.set(day, later)
    return later
  }
}

/** The index of the step that holds on a day. */
export function stepAt(steps: readonly TimelineStep[], day: Day): number {
  return steps.findLastIndex((step) => step.day <= day)
}

function changeOn(changes: Map<Day, { inScope: number; trained: number }>, day: Day) {
  const known = changes.get(day)
  if (known) return known
  const made = { inScope: 0, trained: 0 }
  changes.set(day, made)
  return made
}

function summed(changes: Map<Day, { inScope: number; trained: number }>): TimelineStep[] {
  const days = [...changes.keys()].sort()
  let inScope = 0
  let trained = 0
  return days.map((day) => {
    const delta = changes.get(day)
    inScope += delta?.inScope ?? 0
    trained += delta?.trained ?? 0
    return { day, inScope, trained }
  })
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
