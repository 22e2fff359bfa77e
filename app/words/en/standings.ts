import type { DistrictGroup, VenueStanding } from '~db/vocabulary'
import { countOf } from './format'

/** How a venue stands with the program, as a coordinator reads it. Nothing of a draft is in it. */
export const standingNames: Readonly<Record<VenueStanding, string>> = {
  not_invited: 'Not invited yet',
  invited: 'Invited',
  invitation_over: 'Invitation ran out',
  asked: 'Asked to join',
  team: 'Has joined',
  shared: 'Waiting for a first read',
  in_conversation: 'In conversation',
  ready: 'Ready to accredit',
  accredited: 'Accredited',
  refresh_due: 'Being refreshed',
  paused: 'Paused by the venue',
  stepped_away: 'Stepped away',
}

/** How an invitation stands. */
export const invitationStandingNames = {
  open: 'Waiting for the venue',
  over: 'Code ran out',
  used: 'Code was used',
  withdrawn: 'Taken back',
} as const

/** How a request to join stands. */
export const joinStateNames = {
  waiting: 'Waiting for an answer',
  confirmed: 'Confirmed',
  set_aside: 'Set aside',
} as const

/** The four groups in which a district's venues are counted, each with its written definition. */
type GroupWords = { name: string; definition: (settings: { graceDays: number }) => string }

export const districtGroupWords: Record<DistrictGroup, GroupWords> = {
  invited: {
    name: 'Invited',
    definition: () =>
      'Venues with an invitation that can still be used, and nobody of the venue has joined yet.',
  },
  in_conversation: {
    name: 'In conversation',
    definition: () =>
      'Venues that have joined and are on their way: somebody of the venue is confirmed, and no certificate is issued yet. Whether they have begun to draft is theirs alone to know. A venue that pauses its application is counted here too. One that shared and then stepped away, or gave its certificate back, is counted nowhere.',
  },
  accredited: {
    name: 'Accredited',
    definition: () =>
      'Venues whose certificate is valid today, also when it is due to be renewed soon.',
  },
  refreshing: {
    name: 'Refreshing',
    definition: ({ graceDays }) =>
      `Venues whose certificate is being brought up to date or rests for a while, and venues whose certificate came to its date no more than ${countOf(graceDays, 'day', 'days')} ago. After that they are counted as in conversation.`,
  },
}
