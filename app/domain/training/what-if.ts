import { addDays, type Day } from '../dates'
import type { TrainingNeed, TrainingType } from '../standards/standard-set'
import { type Coverage, coverageOn } from './coverage'
import { type StaffFacts, standingsOn } from './coverage-standing'
import type { RecordFacts } from './expiry'
import type { StandardFall } from './expiry-calendar'
import type { CoverageRules } from './trained-spans'

type Counted = {
  staff: readonly StaffFacts[]
  records: readonly RecordFacts[]
  need: TrainingNeed
  types: readonly TrainingType[]
  rules: CoverageRules
  today: Day
}

/**
 * What one class today would change: for as many as are missing, or for everybody who is still open
 * where nobody is missing. Null where nobody who counts is open, or a class would not help.
 */
export function oneClass(
  counted: Counted,
  now: Coverage,
): { people: number; after: Coverage } | null {
  const { staff, records, need, types, rules, today } = counted
  const standings = standingsOn(today, staff, records, need, types, rules)
  const open = staff.filter(({ id }) => standings.get(id) === 'untrained')
  const people = now.met ? open.length : now.required - now.trained
  const sent = open.slice(0, people).map(({ id }) => id)
  const after = coverageWith(counted, sent, today)
  return people > 0 && after.trained > now.trained ? { people, after } : null
}

/** The next day on which it would fall below, if those through whom it falls first train again in time. */
export function trainedAgain(counted: Counted, fall: StandardFall): Coverage {
  const { day, ended, joined } = fall
  const eve = addDays(day, -1)
  return coverageWith(counted, [...ended, ...joined], eve < counted.today ? counted.today : eve)
}

function coverageWith(
  { staff, records, need, types, rules, today }: Counted,
  sent: readonly string[],
  completedOn: Day,
): Coverage {
  const type = need.types[0] ?? ''
  const taken = sent.map((staffId) => ({ staffId, type, completedOn, printedExpiry: null }))
  return coverageOn(today, staff, [...records, ...taken], need, types, rules)
}
