/** How a venue stands with the program, as a coordinator reads it. Nothing of a draft is in it. */
export const standingNames = {
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
} as const

export type VenueStanding = keyof typeof standingNames

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
