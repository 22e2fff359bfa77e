import { addDays, type Day } from '../dates'
import type { StandardSet } from '../standards/standard-set'
import { requiredHeads } from './coverage'
import { hasLeft, type StaffFacts } from './coverage-standing'
import { coverageTimeline, type TimelineStep } from './coverage-timeline'
import { noEnd, type RecordFacts } from './expiry'
import { type CoverageRules, countedSpans, trainedSpans } from './trained-spans'
import { type TrainingAsk, trainingAsks } from './training-asks'

/** The last day on which somebody's training counts for what is asked of them. */
export type TrainingEnd = { day: Day; staffId: string; type: string }

/** The first day on which a standard would fall below what it asks, if nothing but time changes. */
export type StandardFall = {
  day: Day
  standard: string
  title: string
  inScope: number
  trained: number
  required: number
  /** Whose training counts no more from that day. */
  ended: string[]
  /** Whose first days are over on that day, so that they begin to count. */
  joined: string[]
}

type Team = { staff: readonly StaffFacts[]; records: readonly RecordFacts[] }
type Asked = Pick<StandardSet, 'standards' | 'trainingTypes'>
/** From the first day to the last one, both included. */
export type Stretch = { from: Day; to: Day }

/** Each person's trainings that end in a stretch of days. Who leaves before then is left out. */
export function endsWithin(
  { staff, records }: Team,
  set: Asked,
  rules: CoverageRules,
  { from, to }: Stretch,
): TrainingEnd[] {
  const ends = new Map<string, TrainingEnd>()
  for (const { need } of trainingAsks(set)) {
    const spans = countedSpans(records, need, set.trainingTypes, rules)
    for (const { id, position, leftOn } of staff) {
      if (!need.positions.includes(position)) continue
      const own = spans.get(id) ?? []
      const last = own.reduce((best, span) => (span.to > best.to ? span : best), own[0] ?? never)
      if (last.to === noEnd || last.to < from || last.to > to) continue
      if (leftOn && (leftOn <= from || leftOn <= last.to)) continue
      ends.set(`${id} ${last.type} ${last.to}`, { day: last.to, staffId: id, type: last.type })
    }
  }
  return [...ends.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const never = { from: noEnd, to: noEnd, type: '' } as const

/** The days of a stretch, its first one left out, on which a standard would fall below. */
export function fallsWithin(team: Team, set: Asked, rules: CoverageRules, stretch: Stretch) {
  return trainingAsks(set)
    .flatMap((ask) => fallsOf(team, ask, set, rules, stretch))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function fallsOf(
  { staff, records }: Team,
  { standard, title, need }: TrainingAsk,
  { trainingTypes }: Asked,
  rules: CoverageRules,
  { from, to }: Stretch,
): StandardFall[] {
  const spans = trainedSpans(records, need, trainingTypes, rules)
  const steps = coverageTimeline(staff, spans, need, rules.newHireDays)
  const counted = staff.filter(
    ({ onLeave, position }) => !onLeave && need.positions.includes(position),
  )
  return steps.flatMap((step, at): StandardFall[] => {
    const before = steps[at - 1]
    if (step.day <= from || step.day > to || !before) return []
    if (isShort(need.percent, step) === false || isShort(need.percent, before)) return []
    const { day, inScope, trained } = step
    const eve = addDays(day, -1)
    const here = counted.filter((person) => !hasLeft(person, day))
    const ended = here.filter(({ id }) => spans.get(id)?.some((span) => span.to === eve))
    const joined = here.filter(
      ({ id, startedOn }) =>
        startedOn && addDays(startedOn, rules.newHireDays) === day && !isTrained(spans, id, day),
    )
    return [
      {
        ...{ day, standard, title, inScope, trained },
        required: requiredHeads(need.percent, inScope),
        ended: ended.map(({ id }) => id),
        joined: joined.map(({ id }) => id),
      },
    ]
  })
}

function isShort(percent: number, { inScope, trained }: TimelineStep): boolean {
  return trained < requiredHeads(percent, inScope)
}

function isTrained(spans: ReturnType<typeof trainedSpans>, id: string, day: Day): boolean {
  return spans.get(id)?.some(({ from, to }) => from <= day && day <= to) ?? false
}
