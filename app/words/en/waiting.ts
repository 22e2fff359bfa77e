import { choiceOf, countOf, formatDay, formatShortDay } from './format'

type Status = { status: string; tone: 'next' | 'soft' }

/** Who waits for whom, as a coordinator reads it. A venue that has its letter is at its own pace. */
export const waitingViewNames = {
  liaison: 'Waiting for a liaison',
  certificate: 'Waiting for the certificate',
  venue: 'With the venue, at its own pace',
} as const

/** How many days are left of a promise; past it, the plain truth without a reproach. */
export function promiseWords(left: number, hearBy: string): Status {
  if (left < 0) {
    return { status: `${countOf(-left, 'day', 'days')} past the promise`, tone: 'next' }
  }
  if (left === 0) return { status: 'Hears by today', tone: 'next' }
  return { status: `Hears by ${formatShortDay(hearBy)}`, tone: 'soft' }
}

/** Who reads, or who could begin to. */
export function readerWords(reader: string | null, liaisons: readonly string[]): string {
  if (reader) return `${reader} has begun to read`
  if (liaisons.length === 0) return 'No liaison yet'
  return `Nobody has begun to read; it waits for ${choiceOf(liaisons)}`
}

/** "Sgt. Dana Reyes", or the district where nobody has begun. */
export function lineWords(liaisons: readonly string[], district: string | null): string {
  if (liaisons.length === 1) return liaisons[0] ?? ''
  const where = district ?? 'Venues without a district'
  if (liaisons.length === 0) return `${where}: no liaison yet`
  return `${where}: ${choiceOf(liaisons)}`
}

export function overdueWords(waiting: number, overdue: number): Status {
  if (overdue === 0) return { status: countOf(waiting, 'venue', 'venues'), tone: 'soft' }
  return {
    status: `${countOf(waiting, 'venue', 'venues')}, ${overdue} past the promise`,
    tone: 'next',
  }
}

export function sinceWords(day: string): string {
  return `Since ${formatDay(day)}`
}

/** Where two people accredit, whoever found everything in place leaves the certificate to another. */
export function readyWords(readyBy: string | null, accreditedBy: 1 | 2): string {
  if (!readyBy) return 'Everything is in place'
  return accreditedBy === 2
    ? `${readyBy} found everything in place; a second person issues the certificate`
    : `${readyBy} found everything in place`
}

export const funnelNames = {
  invited: 'Invited',
  joined: 'Joined',
  shared: 'Shared for the first time',
  heard_back: 'Heard back',
  accredited: 'Accredited',
} as const

/** What each figure of the funnel is, exactly. */
export const funnelDefinitions: Record<keyof typeof funnelNames, string> = {
  invited: 'The program wrote the venue its first invitation.',
  joined:
    'Somebody of the venue used the code of a letter, or a coordinator confirmed their request to join, for the first time. A venue can join without an invitation.',
  shared: 'The venue shared its application for the first time. Drafts are counted nowhere.',
  heard_back: 'A liaison sent the venue its first response.',
  accredited: 'The venue’s first certificate was issued.',
}

export const medianDefinition =
  'Half of the venues that took both steps, in this order, took this many whole days or fewer from the one to the other. They are counted in the period in which they came to the later step.'

export const turnaroundDefinition =
  'Rounds whose response was sent in the last 12 months. A promise was kept when the response went out on or before the day that the venue was told, in the program’s time zone. Days are whole days from the share to the response.'
