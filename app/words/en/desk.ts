import type { AccessKind, ApplicationKind } from '~db/vocabulary'
import { countOf, listOf } from './format'

/** In whose hands an application is, as staff read it. */
export const handWords = {
  yours: 'In your hands',
  nobody: 'In nobody’s hands yet',
  theirs: (name: string) => `In the hands of ${name}`,
} as const

/** Why an application of another district stands on somebody’s desk. */
export const guestWords: Partial<Record<AccessKind, string>> = {
  reader: 'You were asked to read along',
  second_look: 'You were asked for a second look',
}

/** Where two people accredit: for whoever found everything in place, and for the others. */
export const secondWords = {
  yours: 'Waits for a second person: you found everything in place, so a colleague issues it.',
  theirs: (name: string) => `Waits for a second person: ${name} found everything in place.`,
} as const

export const kindNames: Record<ApplicationKind, string> = {
  initial: 'First accreditation',
  renewal: 'Renewal',
}

type Handing = { from: string | null; to: string | null; by: string }

/** One line of the history of whose an application was. */
export function handedWords({ from, to, by }: Handing): string {
  if (!to) return `${by} gave it back. It was in nobody’s hands.`
  if (to === from) return `${by} left a word for ${to}.`
  if (to === by) return from ? `${to} took it over from ${from}.` : `${to} took it on.`
  return from && from !== by
    ? `${by} moved it from ${from} to ${to}.`
    : `${by} put it into the hands of ${to}.`
}

/** What a venue reads when somebody who read its application no longer does. */
export function steppedBackWords(name: string, holder: string | null): string {
  return holder
    ? `${name} has stepped back from your application, so that somebody else reads it with fresh eyes. ${holder} goes on with it, and every date that you were told stays.`
    : `${name} has stepped back from your application, so that somebody else reads it with fresh eyes. A colleague goes on with it, and every date that you were told stays.`
}

/** What is new about an application, one after the other after "New:". */
export const newsNames = {
  'application.shared': 'shared',
  'application.amended': 'a change shared',
  'response.replied': 'a reply',
  'step.answered': 'a step answered',
  'response.sent': 'a colleague’s letter',
  'application.assigned': 'in other hands',
  'application.paused': 'paused',
  'application.resumed': 'picked up again',
  'application.stepped_away': 'stepped away',
  'application.came_back': 'came back',
  evidence: 'evidence added',
} as const

export const newsWords = {
  all: 'Show everything',
  only: 'Show only these',
  first: 'Your desk can mark what changes between two looks.',
  line: (names: readonly string[]) => `New: ${listOf(names)}`,
  since: (count: number, moment: string) =>
    count === 0
      ? `Nothing has changed since you last looked, ${moment}.`
      : `${countOf(count, 'venue has', 'venues have')} changed since you last looked, ${moment}.`,
} as const
