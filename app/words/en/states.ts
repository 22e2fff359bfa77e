import type { ApplicationState } from '~db/vocabulary'
import { countOf, formatDay } from './format'

/** What an application's state needs to be told, for both of its wordings. */
export type StateFacts = {
  state: ApplicationState
  /** The day on which the state began, and today: calendar dates in the program's time zone. */
  since: string
  daysSince: number
  hearBy: string | null
  accreditedUntil: string | null
  counsel: boolean
  /** The day on which a paused venue wants to be asked again, while that lies ahead. */
  askAgainOn: string | null
}

type Wording = (facts: StateFacts) => string

/** Each state in two wordings: what the venue reads, and what staff read (null: staff do not see it). */
const wordings: Record<ApplicationState, { venue: Wording; staff: Wording | null }> = {
  exploring: { venue: () => 'Exploring: nobody else sees this', staff: null },
  drafting: { venue: () => 'Drafting: private to your team', staff: null },
  shared: {
    venue: ({ since, hearBy }) =>
      hearBy
        ? `Shared with your liaison on ${formatDay(since)}; you will hear by ${formatDay(hearBy)}`
        : `Shared with your liaison on ${formatDay(since)}`,
    staff: ({ daysSince }) =>
      daysSince === 0
        ? 'Waiting for a first read since today'
        : `Waiting for a first read, ${countOf(daysSince, 'day', 'days')}`,
  },
  in_conversation: {
    venue: () => 'Feedback is here: your turn when it suits you',
    staff: ({ since }) => `With the venue since ${formatDay(since)}`,
  },
  ready: {
    venue: () => 'Everything is in place; your liaison is finishing up',
    staff: () => 'Ready to accredit',
  },
  accredited: { venue: accreditedUntil, staff: accreditedUntil },
  refresh_due: {
    venue: ({ hearBy }) =>
      hearBy ? `A few things to refresh by ${formatDay(hearBy)}` : 'A few things to refresh',
    staff: ({ since }) => `Refresh due since ${formatDay(since)}`,
  },
  paused: {
    venue: ({ counsel, askAgainOn }) => {
      const paused = counsel ? 'Paused while counsel reviews' : 'Paused at your request'
      return askAgainOn
        ? `${paused}; pick up any time. We ask you again on ${formatDay(askAgainOn)}, once`
        : `${paused}; pick up any time`
    },
    staff: () => 'Paused by the venue',
  },
  stepped_away: {
    venue: () => 'You stepped away; you are welcome back',
    staff: () => 'Stepped away',
  },
}

export function venueReads(facts: StateFacts): string {
  return wordings[facts.state].venue(facts)
}

/** Null where staff do not see the application at all. */
export function staffRead(facts: StateFacts): string | null {
  return wordings[facts.state].staff?.(facts) ?? null
}

function accreditedUntil({ accreditedUntil: until }: StateFacts): string {
  return until ? `Accredited until ${formatDay(until)}` : 'Accredited'
}
