import { addDays, type Day } from '../dates'
import { isEssential, type StandardSet } from '../standards/standard-set'
import { lapsedSince } from '../training/coverage'
import { hasLeft, type StaffFacts } from '../training/coverage-standing'
import type { RecordFacts } from '../training/expiry'
import { type CoverageRules, type TrainedFor, trainedFor } from '../training/trained-spans'
import { type DatedEvidence, datedEnds } from './dated-evidence'
import { isAsked, type Spared } from './spared'

/** A standard that is not current today, since when, and what of it: its training, or a dated thing. */
export type Lapse = { standard: string; since: Day; what: 'training' | 'dated_evidence' }

/** A team with those who were taken off its list, since the last of them dates an empty list. */
export type LiveTeam = {
  people: readonly (StaffFacts & { removedOn: Day | null })[]
  records: readonly RecordFacts[]
}

/** What a venue has today that can run out. */
export type Live = LiveTeam & { dated: readonly DatedEvidence[] }

/**
 * The training that keeps a certificate alive: what its essentials ask, save where the venue and
 * the program agreed otherwise. Enhanced standards earn a distinction and end nothing.
 */
export function needsOf({ standards }: StandardSet, spared: Spared) {
  return standards
    .filter((standard) => isEssential(standard) && isAsked(standard, spared))
    .flatMap(({ code, evidence }) =>
      evidence.flatMap(({ training }) => (training ? { standard: code, need: training } : [])),
    )
}

/** What is not current today. Nothing is dated before the day of the certificate. */
export function lapsesIn(
  { people, records, dated }: Live,
  set: StandardSet,
  spared: Spared,
  rules: CoverageRules & { askedSince: Day },
  today: Day,
  trained: TrainedFor = trainedFor(records, set.trainingTypes, rules),
): Lapse[] {
  const team = people.filter(({ removedOn }) => removedOn === null)
  const empty = team.every((person) => hasLeft(person, today))
  const emptySince = empty ? lastDeparture(people, rules.askedSince, today) : null
  const training = needsOf(set, spared).flatMap(({ standard, need }): Lapse[] => {
    const since = emptySince ?? lapsedSince(today, team, trained(need), need, rules)
    return since ? [{ standard, since, what: 'training' }] : []
  })
  return [...training, ...datedLapses(dated, set, spared, rules.askedSince, today)]
}

/** The first day on which any of it was not current, or null while all is. */
export function earliestOf(lapses: readonly Lapse[]): Day | null {
  return lapses.reduce<Day | null>(
    (first, { since }) => (first === null || since < first ? since : first),
    null,
  )
}

/** A dated thing counts through its last day, and lapses on the day after. */
function datedLapses(
  dated: readonly DatedEvidence[],
  set: StandardSet,
  spared: Spared,
  askedSince: Day,
  today: Day,
): Lapse[] {
  return datedEnds(set, spared, dated)
    .filter(({ essential, until }) => essential && until < today)
    .map(({ standard, until }) => {
      const since = addDays(until, 1)
      return { standard, since: since < askedSince ? askedSince : since, what: 'dated_evidence' }
    })
}

/** An empty staff list covers nothing: there is nobody who could be trained. */
function lastDeparture(people: LiveTeam['people'], askedSince: Day, today: Day): Day {
  const days = people.flatMap(({ leftOn, removedOn }) => leftOn ?? removedOn ?? [])
  return days.reduce((last, day) => (day > last && day <= today ? day : last), askedSince)
}
