import { addDays, type Day } from '../dates'
import type { StandardSet, TrainingNeed } from '../standards/standard-set'
import { coverageOn } from './coverage'
import { type StaffFacts, standingsOn } from './coverage-standing'
import type { RecordFacts } from './expiry'
import type { CoverageRules } from './trained-spans'
import { trainingAsks } from './training-asks'

/** What a class would change for one standard, counted on the day after it. */
export type ClassGain = {
  standard: string
  need: TrainingNeed
  inScope: number
  /** Current that day without the class, and with it. */
  without: number
  withClass: number
  /** What is asked is in place that day without the class. */
  met: boolean
}

type Team = { staff: readonly StaffFacts[]; records: readonly RecordFacts[] }
type Held = { trainingType: string; day: Day; seats: number | null }

/**
 * Which standards a class would bring nearer: the team is counted again as if everybody who counts and
 * is not trained had taken it, as far as its seats go. A standard that it does not help is left out; one
 * that is met without it is told of where the class gives what it asks.
 */
export function classGains(
  { staff, records }: Team,
  { trainingType, day, seats }: Held,
  set: Pick<StandardSet, 'standards' | 'trainingTypes'>,
  rules: CoverageRules,
): ClassGain[] {
  const after = addDays(day, 1)
  const { trainingTypes } = set
  return trainingAsks(set).flatMap(({ standard, need }): ClassGain[] => {
    const before = coverageOn(after, staff, records, need, trainingTypes, rules)
    const { inScope, trained: without, met } = before
    if (met) {
      const told = inScope > 0 && gives(trainingType, need, trainingTypes)
      return told ? [{ standard, need, inScope, without, withClass: without, met }] : []
    }
    const standings = standingsOn(after, staff, records, need, trainingTypes, rules)
    const untrained = staff.filter(({ id }) => standings.get(id) === 'untrained')
    const sent = untrained.slice(0, seats ?? untrained.length)
    const taken = sent.map(({ id }) => ({
      staffId: id,
      type: trainingType,
      completedOn: day,
      printedExpiry: null,
    }))
    const then = coverageOn(after, staff, [...records, ...taken], need, trainingTypes, rules)
    if (then.trained <= without) return []
    return [{ standard, need, inScope, without, withClass: then.trained, met }]
  })
}

function gives(
  type: string,
  { types }: TrainingNeed,
  known: StandardSet['trainingTypes'],
): boolean {
  const extended = known.find(({ code }) => code === type)?.extends
  return types.includes(type) || (extended !== undefined && types.includes(extended))
}
