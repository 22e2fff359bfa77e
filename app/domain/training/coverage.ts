import type { Day } from '../dates'
import type { TrainingNeed, TrainingType } from '../standards/standard-set'
import { type StaffFacts, standingOn } from './coverage-standing'
import { coverageTimeline, stepAt, type TimelineStep } from './coverage-timeline'
import type { RecordFacts } from './expiry'
import { type CoverageRules, type Span, trainedSpans } from './trained-spans'

export type Coverage = {
  /** Active staff in scope by role and past the new-hire window: the number that the share is taken of. */
  inScope: number
  trained: number
  required: number
  met: boolean
  /** In scope by role and inside the window: in neither number, trained or not. */
  newHires: number
  /** In scope by role and on leave: in neither number, trained or not. */
  onLeave: number
  /** The first later day on which the need would not be met, if nothing but time changes. */
  nextFallsBelow?: Day
}

/** Coverage of one training need on one day. Nobody in scope asks nothing, and so it is met. */
export function coverageOn(
  day: Day,
  staff: readonly StaffFacts[],
  records: readonly RecordFacts[],
  need: TrainingNeed,
  types: readonly TrainingType[],
  rules: CoverageRules,
): Coverage {
  return coverageOfSpans(day, staff, trainedSpans(records, need, types, rules), need, rules)
}

/** The same of stretches that are known already. */
export function coverageOfSpans(
  day: Day,
  staff: readonly StaffFacts[],
  spans: ReadonlyMap<string, readonly Span[]>,
  need: TrainingNeed,
  rules: CoverageRules,
): Coverage {
  const tally = { trained: 0, untrained: 0, new_hire: 0, on_leave: 0, away: 0 }
  for (const person of staff) tally[standingOn(day, person, spans.get(person.id), need, rules)] += 1

  const inScope = tally.trained + tally.untrained
  const steps = coverageTimeline(staff, spans, need, rules.newHireDays)
  const below = isMet(need, tally.trained, inScope)
    ? steps.find((step) => step.day > day && !isMet(need, step.trained, step.inScope))
    : undefined
  return {
    inScope,
    trained: tally.trained,
    required: requiredHeads(need.percent, inScope),
    met: isMet(need, tally.trained, inScope),
    newHires: tally.new_hire,
    onLeave: tally.on_leave,
    ...(below && { nextFallsBelow: below.day }),
  }
}

/**
 * The first day of the current unbroken lapse, or null when the need is met today. A lapse is not
 * dated before `askedSince` (the day of the certificate); leave is taken as it stands today.
 */
export function lapsedSince(
  today: Day,
  staff: readonly StaffFacts[],
  spans: ReadonlyMap<string, readonly Span[]>,
  need: TrainingNeed,
  rules: CoverageRules & { askedSince?: Day },
): Day | null {
  const steps = coverageTimeline(staff, spans, need, rules.newHireDays)
  const lapsed = (step: TimelineStep) => !isMet(need, step.trained, step.inScope)
  const now = stepAt(steps, today)
  const atNow = steps[now]
  if (!atNow || !lapsed(atNow)) return null

  let first = now
  for (let i = now - 1; i >= 0; i -= 1) {
    const step = steps[i]
    if (!step || !lapsed(step)) break
    first = i
  }
  const began = firstKnownDay(steps, first, today)
  const { askedSince } = rules
  return askedSince && askedSince > began && askedSince <= today ? askedSince : began
}

/** The head-count that a share asks: at least one, and never rounded up. Whole numbers throughout. */
export function requiredHeads(percent: number, inScope: number): number {
  if (inScope === 0) return 0
  const product = percent * inScope
  return Math.max(1, (product - (product % 100)) / 100)
}

function isMet(need: TrainingNeed, trained: number, inScope: number): boolean {
  return trained >= requiredHeads(need.percent, inScope)
}

/** A lapse older than everything on file has no first day; the first date on file stands for it. */
function firstKnownDay(steps: readonly TimelineStep[], first: number, today: Day): Day {
  const day = steps[first === 0 ? 1 : first]?.day
  return day && day <= today ? day : today
}
