import { countOf } from './format'

/** Names of staff that a venue shows for a while: the same words on each page that speaks of them. */
export const showingWords = {
  shown: (until: string, by: string) => `Shown until ${until}, by ${by}.`,
  shownByVenue: (until: string) => `Shown by the venue until ${until}`,
  over: (until: string) => `Was shown until ${until}.`,
  hidden: (at: string) => `Was shown; hidden again ${at}.`,
  sharedAgain: 'Was shown until you shared again.',
  read: (at: string, by: string) => `Last read ${at} by ${by}.`,
  unread: 'Nobody of the program has read it yet.',
  gone: 'Not on your list any more',
  count: (count: number) =>
    `You show ${countOf(count, 'name', 'names')} of your team to the readers of your application right now.`,
  forStaff: (count: number) =>
    `The venue shows you ${countOf(count, 'name', 'names')} of its team for a while`,
} as const

/** For how long, as the venue chooses it. */
export const lengthNames = { '24h': '24 hours', '3d': '3 days', '7d': '7 days' } as const
