import type { StaffPosition } from '~db/vocabulary'
import { type Day, daysBetween } from '../dates'
import type { TrainingNeed, TrainingType } from '../standards/standard-set'
import type { RecordFacts } from './expiry'
import { type CoverageRules, type Span, trainedSpans } from './trained-spans'

export type StaffFacts = {
  id: string
  position: StaffPosition
  /** Null where nobody wrote it down; the person then counts as past the new-hire window. */
  startedOn: Day | null
  /** The first day on which the person is no longer on the team. */
  leftOn: Day | null
  onLeave: boolean
}

/** Where one person stands for a need on a day. "away" is out of scope, not yet started or gone. */
export type Standing = 'trained' | 'untrained' | 'new_hire' | 'on_leave' | 'away'

/** Each person's standing for one need on one day, by staff id: for the list behind the figure. */
export function standingsOn(
  day: Day,
  staff: readonly StaffFacts[],
  records: readonly RecordFacts[],
  need: TrainingNeed,
  types: readonly TrainingType[],
  rules: CoverageRules,
): Map<string, Standing> {
  const spans = trainedSpans(records, need, types, rules)
  return new Map(staff.map((p) => [p.id, standingOn(day, p, spans.get(p.id), need, rules)]))
}

/** Whether somebody is no longer on the team on a day. */
export function hasLeft({ leftOn }: Pick<StaffFacts, 'leftOn'>, day: Day): boolean {
  return leftOn !== null && leftOn <= day
}

/** Leave goes before the new-hire window: a person on leave is told of as on leave. */
export function standingOn(
  day: Day,
  person: StaffFacts,
  spans: readonly Span[] | undefined,
  need: TrainingNeed,
  { newHireDays }: CoverageRules,
): Standing {
  if (!need.positions.includes(person.position)) return 'away'
  if (hasLeft(person, day)) return 'away'
  if (person.startedOn && person.startedOn > day) return 'away'
  if (person.onLeave) return 'on_leave'
  if (person.startedOn && daysBetween(person.startedOn, day) < newHireDays) return 'new_hire'
  return spans?.some((span) => span.from <= day && day <= span.to) ? 'trained' : 'untrained'
}
