import type { Role } from '~db/vocabulary'

export const actionAreaNames = {
  venue: 'A venue’s own work',
  review: 'Reading and answering what was shared',
  districts: 'Districts, loading zones and classes',
  program: 'Running the program',
} as const

const placeOf: Record<Role, string> = {
  owner: 'at their own venue',
  manager: 'at their own venue',
  helper: 'at their own venue',
  liaison: 'in their own districts',
  coordinator: '',
  partner: 'in their own districts',
  district_viewer: 'in their own districts',
}

/** On what a yes depends, as it follows "Yes: ". */
export const conditionWords = {
  ownPlace: (role: Role) => placeOf[role],
  confirmed: () => 'once confirmed',
  bothFactors: () => 'signed in with both steps',
  notOwnVenue: () => 'not where they belong to the venue themselves',
  notThemselves: () => 'not for themselves',
  agreed: () => 'with this year’s reviewer agreement',
  notRecused: () => 'unless they stepped back from it',
  everythingInPlace: () => 'once everything is in place',
  anotherPerson: () =>
    'where the program asks for two people, not whoever found everything in place',
} as const
