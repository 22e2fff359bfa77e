import type { LiveStanding } from '../certificates/standing.server'
import { addDays, type Day } from '../dates'
import type { Due } from '../reminders/due'
import { coverageTimeline } from '../training/coverage-timeline'
import type { CoverageRules, TrainedFor } from '../training/trained-spans'
import type { VenueFacts } from './venue-facts'
import { lastRefreshingDay } from './venue-group'

/**
 * The next day on which time alone may change anything that is counted of a venue; null while
 * nothing is dated. A day too early costs a count that finds nothing new; too late would be a lie.
 */
export function nextChange(
  facts: VenueFacts,
  trained: TrainedFor,
  standing: LiveStanding | null,
  dues: readonly Due[],
  rules: CoverageRules & { graceDays: number },
  today: Day,
): Day | null {
  const { certificate, invitedUntil, team } = facts
  const days: Day[] = [
    ...dues.map(({ dueOn }) => addDays(dueOn, 1)),
    ...team.people.flatMap(({ leftOn }) => leftOn ?? []),
    ...stepsOf(facts, trained, rules),
  ]
  // The grace after a lapse ends, and the certificate rests.
  if (standing?.refreshBy) days.push(addDays(standing.refreshBy, 1))
  if (invitedUntil) days.push(addDays(invitedUntil, 1))
  if (certificate) {
    const { expiresOn, pausedOn, endedOn, replacedOn } = certificate
    days.push(addDays(expiresOn, 1), addDays(lastRefreshingDay(expiresOn, rules.graceDays), 1))
    for (const day of [pausedOn, endedOn, replacedOn]) if (day) days.push(day)
  }
  return days.reduce<Day | null>(
    (next, day) => (day > today && (next === null || day < next) ? day : next),
    null,
  )
}

function stepsOf({ team, set }: VenueFacts, trained: TrainedFor, rules: CoverageRules): Day[] {
  const staff = team.people.filter(({ removedOn }) => !removedOn)
  return set.standards.flatMap(({ evidence }) =>
    evidence.flatMap(({ training: need }) => {
      if (!need) return []
      return coverageTimeline(staff, trained(need), need, rules.newHireDays).map(({ day }) => day)
    }),
  )
}
