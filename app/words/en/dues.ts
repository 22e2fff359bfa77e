import type { EvidenceKind } from '~db/vocabulary'
import { countOf, formatDay, formatNumber, listOf } from './format'

/** "14 of 20 current" */
export function currentWords(
  { trained, inScope }: { trained: number; inScope: number },
  locale = 'en-US',
): string {
  return `${formatNumber(trained, locale)} of ${formatNumber(inScope, locale)} current`
}

/** "in 30 days", "tomorrow", "today", "ready to refresh": how long something still counts. */
export function daysLeftWords(daysLeft: number, locale = 'en-US'): string {
  if (daysLeft < 0) return 'ready to refresh'
  if (daysLeft === 0) return 'today'
  return daysLeft === 1 ? 'tomorrow' : `in ${countOf(daysLeft, 'day', 'days', locale)}`
}

const mostNames = 3

/** "Ana, Ben, and 4 more people" */
export function namesWords(names: readonly string[], locale = 'en-US'): string {
  const shown = names.length > mostNames + 1 ? names.slice(0, mostNames) : names
  const more = names.length - shown.length
  return listOf(more ? [...shown, countOf(more, 'more person', 'more people', locale)] : shown)
}

type Told = { day: string; over: boolean }

/** What falls due, in a sentence of its own for each kind; `over`: its last day has passed. */
export const dueSentences = {
  record: ({ day, over, training, names }: Told & { training: string; names: string[] }) =>
    `${training}: it ${over ? 'counted' : 'counts'} through ${formatDay(day)} for ${namesWords(names)}.`,
  coverage: ({ over, since }: Told & { since: string }) =>
    over
      ? `It has been short since ${formatDay(since)}.`
      : `Without a new training your team would be short on ${formatDay(since)}.`,
  dated_evidence: ({ day, over, thing }: Told & { thing: string }) =>
    `${thing} ${over ? 'counted' : 'counts'} through ${formatDay(day)}.`,
  certificate: ({ day, over }: Told) =>
    `Your venue ${over ? 'was' : 'is'} accredited through ${formatDay(day)}.`,
} as const

/** What was given with a date, as the venue would call it. */
export function datedThing(kind: EvidenceKind): string {
  return datedThings[kind] ?? 'What you put beside this standard'
}

const datedThings: Partial<Record<EvidenceKind, string>> = {
  count: 'Your count of who has read your policies',
  conversation: 'Your last talk with your liaison',
  attestation: 'Your signed statement',
  register_check: 'Your last check of the register',
  acknowledgement: 'What you said of your door team',
}

/** The next step, for each kind; the page that it leads to has the same. */
export const dueSteps = {
  class: ({ title, when }: { title: string; when: string }) =>
    `A class is coming that gives this training: ${title}, ${when}.`,
  person: 'Plan the next training, and add it to the team page once it is done.',
  team: 'See on the team page who could train next.',
  evidence: {
    count: 'Ask who has read your policies, and add the new count.',
    conversation: 'Call your liaison for a talk of twenty minutes, and add its date.',
    other: 'Do it again when it suits you, and add the new date.',
  },
  renew: 'Start your renewal. It begins as a private draft with all that you shared before.',
  goOn: 'Go on with your renewal whenever it suits you.',
} as const

export const certificateDue = {
  what: 'Your certificate',
  why: 'With a renewal in time there is no gap: guests keep finding you on the public list.',
} as const

/** The part of a day's list that something stands in. */
export const dueGroups = {
  now: 'Now',
  month: 'Within 30 days',
  quarter: 'Within 90 days',
  later: 'Later',
} as const
export type DueGroup = keyof typeof dueGroups

/** "2 things fall due in the next 30 days" */
export function soonWords(count: number, locale = 'en-US'): string {
  return count === 1
    ? '1 thing falls due in the next 30 days'
    : `${formatNumber(count, locale)} things fall due in the next 30 days`
}

/** "1 thing is ready to be brought up to date" */
export function openNowWords(count: number, locale = 'en-US'): string {
  return count === 1
    ? '1 thing is ready to be brought up to date'
    : `${formatNumber(count, locale)} things are ready to be brought up to date`
}
