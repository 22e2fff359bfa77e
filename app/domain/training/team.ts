import type { FrozenCoverage } from '~db/schema/applications'
import type { StaffPosition } from '~db/vocabulary'
import type { Day } from '../dates'
import type { ProgramSettings } from '../standards/program-settings'
import type { StandardSet, TrainingNeed } from '../standards/standard-set'
import { aliasOf } from './aliases'
import { type Coverage, coverageOn } from './coverage'
import { countedSpans, type StaffFacts, type Standing, standingsOn } from './coverage-standing'
import { noEnd, type RecordFacts } from './expiry'
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
  const listed = staff.filter(({ leftOn }) => !leftOn || leftOn > today).length
  return trainingAsks(set).map(({ standard, title, ask, need }) => ({
    standard,
    title,
    ask,
    need,
    listed,
    coverage: coverageOn(today, staff, records, need, set.trainingTypes, settings),
    people: coveredPeople({ staff, records }, need, set, settings, today),
  }))
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

function coveredPeople(
  { staff, records }: TeamFacts,
  need: TrainingNeed,
  set: StandardSet,
  settings: Pick<ProgramSettings, 'newHireDays' | 'graceDays'>,
  today: Day,
): CoveredPerson[] {
  const standings = standingsOn(today, staff, records, need, set.trainingTypes, settings)
  const spans = countedSpans(records, need, set.trainingTypes, settings)
  return staff.flatMap(({ id, position, aliasNumber }) => {
    const standing = standings.get(id) ?? 'away'
    if (standing === 'away') return []
    const begun = (spans.get(id) ?? []).filter(({ from }) => from <= today)
    const longest = begun.reduce<(typeof begun)[number] | null>(
      (best, span) => (best && best.to > span.to ? best : span),
      null,
    )
    return {
      staffId: id,
      alias: aliasOf(position, aliasNumber),
      standing,
      completedOn: longest?.from ?? null,
      endsOn: longest && longest.to !== noEnd ? longest.to : null,
    }
  })
}
