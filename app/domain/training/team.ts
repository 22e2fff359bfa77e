import type { FrozenCoverage } from '~db/schema/applications'
import type { StaffPosition } from '~db/vocabulary'
import type { Day } from '../dates'
import type { ProgramSettings } from '../standards/program-settings'
import type { StandardSet, TrainingNeed } from '../standards/standard-set'
import { aliasOf } from './aliases'
import { type Coverage, coverageOfSpans } from './coverage'
import { hasLeft, type StaffFacts, type Standing, standingOn } from './coverage-standing'
import { noEnd, type RecordFacts } from './expiry'
import { countedSpans, mergedSpans, type Span } from './trained-spans'
import { trainingAsks } from './training-asks'

/** A venue's team as coverage is counted from it: nobody's name is in here. */
export type TeamFacts = {
  staff: (StaffFacts & { position: StaffPosition; aliasNumber: number })[]
  records: RecordFacts[]
}

/** One person in scope of a need, by the alias that stands for them outside of the venue. */
export type CoveredPerson = {
  staffId: string
  alias: string
  standing: Exclude<Standing, 'away'>
  /** The training that counts longest, or the last that did; null without any. */
  completedOn: Day | null
  /** Its last day; null without one, or where it counts until something changes. */
  endsOn: Day | null
}

/** How the team stands for one training ask of one standard. */
export type StandardCoverage = {
  standard: string
  title: string
  ask: string
  need: TrainingNeed
  /** Everybody on the staff list who has not left, in scope or not. */
  listed: number
  coverage: Coverage
  people: CoveredPerson[]
}

/** Coverage of each standard that asks for a training, in the order of the set. */
export function coverageOfTeam(
  { staff, records }: TeamFacts,
  set: StandardSet,
  settings: Pick<ProgramSettings, 'newHireDays' | 'graceDays'>,
  today: Day,
): StandardCoverage[] {
  const listed = staff.filter((person) => !hasLeft(person, today)).length
  return trainingAsks(set).map(({ standard, title, ask, need }) => {
    const counted = countedSpans(records, need, set.trainingTypes, settings)
    const spans = mergedSpans(counted)
    const standingOf = (one: TeamFacts['staff'][number]) =>
      standingOn(today, one, spans.get(one.id), need, settings)
    return {
      standard,
      title,
      ask,
      need,
      listed,
      coverage: coverageOfSpans(today, staff, spans, need, settings),
      people: staff.flatMap((one) => coveredPerson(one, standingOf(one), counted, today)),
    }
  })
}

/** A coverage figure as it is shared: roles, dates and aliases of those it counts, and no names. */
export function frozenCoverage({ coverage, people }: StandardCoverage, asOf: Day): FrozenCoverage {
  const { trained, inScope, required, met, newHires, onLeave } = coverage
  const counted = people.filter(
    ({ standing }) => standing === 'trained' || standing === 'untrained',
  )
  return {
    asOf,
    trained,
    inScope,
    required,
    met,
    newHires,
    onLeave,
    people: counted.map(({ alias, standing, completedOn, endsOn }) => {
      return { alias, completedOn, endsOn, current: standing === 'trained' }
    }),
  }
}

function coveredPerson(
  { id, position, aliasNumber }: TeamFacts['staff'][number],
  standing: Standing,
  counted: ReadonlyMap<string, readonly Span[]>,
  today: Day,
): CoveredPerson[] {
  if (standing === 'away') return []
  const begun = (counted.get(id) ?? []).filter(({ from }) => from <= today)
  const longest = begun.reduce<Span | null>(
    (best, span) => (best && best.to > span.to ? best : span),
    null,
  )
  return [
    {
      staffId: id,
      alias: aliasOf(position, aliasNumber),
      standing,
      completedOn: longest?.from ?? null,
      endsOn: longest && longest.to !== noEnd ? longest.to : null,
    },
  ]
}
