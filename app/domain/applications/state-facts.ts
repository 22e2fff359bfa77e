import type { StateFacts } from '~/words/en/states'
import { type Day, dayOf, daysBetween } from '../dates'
import type { Application } from './queries.server'

type Clock = { today: Day; timeZone: string }
type Known = { until?: Day | null; counsel?: boolean; askAgainOn?: Day | null }

/** What both wordings of a state are told, for a venue's page and for staff alike. */
export function stateFacts(
  { state, stateSince, hearBy }: Pick<Application, 'state' | 'stateSince' | 'hearBy'>,
  { today, timeZone }: Clock,
  { until = null, counsel = false, askAgainOn = null }: Known,
): StateFacts {
  const since = dayOf(stateSince, timeZone)
  const daysSince = daysBetween(since, today)
  return { state, since, daysSince, hearBy, accreditedUntil: until, counsel, askAgainOn }
}
