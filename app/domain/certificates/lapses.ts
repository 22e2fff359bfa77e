import type { Day } from '../dates'
import { isEssential, type Standard, type StandardSet } from '../standards/standard-set'
import { lapsedSince } from '../training/coverage'
import type { CoverageRules, StaffFacts } from '../training/coverage-standing'
import type { RecordFacts } from '../training/expiry'

/** A standard whose training is short today, and since when. */
export type Lapse = { standard: string; since: Day }

/** A team with those who were taken off its list, since the last of them dates an empty list. */
export type LiveTeam = {
  people: readonly (StaffFacts & { removedOn: Day | null })[]
  records: readonly RecordFacts[]
}

/** What the venue is not asked: what its round answered otherwise, and what does not concern it. */
export type Spared = {
  notAsked: ReadonlySet<string>
  profile: { securityStaff: boolean | null }
}

/**
 * The training that keeps a certificate alive: what its essentials ask, save where the venue and
 * the program agreed otherwise. Enhanced standards earn a distinction and end nothing.
 */
export function needsOf({ standards }: StandardSet, { notAsked, profile }: Spared) {
  const asked = (standard: Standard) =>
    isEssential(standard) &&
    !notAsked.has(standard.code) &&
    !(standard.onlyIf === 'security_staff' && profile.securityStaff === false)
  return standards
    .filter(asked)
    .flatMap(({ code, evidence }) =>
      evidence.flatMap(({ training }) => (training ? { standard: code, need: training } : [])),
    )
}

/** The needs that a team does not meet today. None is dated before the day of the certificate. */
export function lapsesIn(
  { people, records }: LiveTeam,
  set: StandardSet,
  spared: Spared,
  rules: CoverageRules & { askedSince: Day },
  today: Day,
): Lapse[] {
  const team = people.filter(({ removedOn }) => removedOn === null)
  const empty = !team.some(({ leftOn }) => leftOn === null || leftOn > today)
  const emptySince = empty ? lastDeparture(people, rules.askedSince, today) : null
  return needsOf(set, spared).flatMap(({ standard, need }) => {
    const since =
      emptySince ?? lapsedSince(today, team, records, need, set.trainingTypes, rules) ?? null
    return since ? { standard, since } : []
  })
}

/** An empty staff list covers nothing: there is nobody who could be trained. */
function lastDeparture(people: LiveTeam['people'], askedSince: Day, today: Day): Day {
  const days = people.flatMap(({ leftOn, removedOn }) => leftOn ?? removedOn ?? [])
  return days.reduce((last, day) => (day > last && day <= today ? day : last), askedSince)
}
