import type { HandOverWay, PartnerField, Role } from '~db/vocabulary'

/** "a manager": what somebody is, in a sentence. */
export const asRole: Record<Role, string> = {
  owner: 'an owner',
  manager: 'a manager',
  helper: 'a helper',
  liaison: 'a liaison',
  coordinator: 'a coordinator',
  partner: 'a partner reviewer',
  district_viewer: 'a district viewer',
}

/** What a role may do, in one sentence for whoever is to have it. */
export const roleMeans: Record<Role, string> = {
  owner:
    'Owners do everything for the venue: they write, share, answer letters, and say who has access.',
  manager: 'Managers write, share and answer letters for the venue, and can invite helpers.',
  helper: 'Helpers write drafts and keep the lists. They share nothing.',
  liaison: 'Liaisons read what the venues of their district have shared, and write to them.',
  coordinator: 'Coordinators run the program: venues, districts, people and zones.',
  partner: 'Partner reviewers comment on the standards of their own field.',
  district_viewer:
    'District viewers read the figures of their district, and never a venue’s papers.',
}

export const fieldNames: Record<PartnerField, string> = {
  fire: 'fire safety',
  health: 'health',
  advocate: 'guest care',
}

export const handOverNames: Record<HandOverWay, string> = {
  stays: 'I stay as a manager',
  leaves: 'I leave, and my access ends',
}

type Offer = {
  role: Role
  field: PartnerField | null
  venue: string | null
  district: string | null
}

/** "a manager of The Lantern Room", "a liaison for Harbor Street". */
export function offerWords({ role, field, venue, district }: Offer): string {
  if (venue) return `${asRole[role]} of ${venue}`
  if (role === 'partner' && field && district) {
    return `${asRole[role]} for ${fieldNames[field]} in ${district}`
  }
  if (role === 'partner' && field) return `${asRole[role]} for ${fieldNames[field]}`
  if (role === 'coordinator' || !district) return `${asRole[role]} of the program`
  return `${asRole[role]} for ${district}`
}

/** "m…@example.com": enough to know one’s own address by, and too little to learn it. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}…${email.slice(at)}`
}

/** How an invitation stands, for those who sent it. */
export const invitationStandings = {
  open: 'Waiting to be accepted',
  expired: 'Run out',
  tries_over: 'Closed after five wrong words',
  accepted: 'Accepted',
  withdrawn: 'Taken back',
} as const
