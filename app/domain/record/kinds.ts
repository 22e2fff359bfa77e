import { type EventKind, eventSentences } from '../events'
import { wayInSentences } from '../way-in-events'

/** What coordinators may look for in the record, kind by kind. */
export const groupNames = {
  ways_in: 'Signing in and out',
  places: 'People and their places',
  names: 'Names that venues showed',
  downloads: 'Downloads',
  retention: 'What is kept and removed',
  venues: 'Venues and license lists',
  applications: 'Applications and letters',
  certificates: 'Certificates',
  zones: 'Loading zones and classes',
  contacts: 'Contacts and walk-throughs',
  mail: 'Mail and reminders',
} as const

export type Group = keyof typeof groupNames

type Family = EventKind extends infer Kind
  ? Kind extends `${infer F}.${string}`
    ? F
    : never
  : never

/**
 * Where each family of kinds belongs. A private one tells what a venue drafts, so it is the venue's own:
 * no page and no file shows it to staff. Families with drafts in them are private but for the exceptions,
 * and for every way in: "staff" is also a venue's staff list.
 */
const familyGroups: Record<Family, Group | 'private'> = {
  person: 'ways_in',
  passkey: 'ways_in',
  recovery_codes: 'ways_in',
  recovery_code: 'ways_in',
  password: 'ways_in',
  time_code: 'ways_in',
  staff: 'private',
  place: 'places',
  venue: 'places',
  liaison: 'places',
  name: 'names',
  export: 'downloads',
  retention: 'retention',
  record: 'retention',
  licenses: 'venues',
  districts: 'venues',
  policy: 'private',
  training: 'private',
  reading: 'private',
  roster: 'private',
  application: 'private',
  response: 'applications',
  step: 'applications',
  pulse: 'applications',
  note: 'applications',
  certificate: 'certificates',
  zone: 'zones',
  program: 'certificates',
  lexicon: 'applications',
  class: 'zones',
  contact: 'contacts',
  walk: 'contacts',
  mail: 'mail',
  reminder: 'mail',
}

const exceptions: Partial<Record<EventKind, Group | 'private'>> = {
  'staff.invited': 'places',
  'staff.password_refused': 'ways_in',
  'staff.code_refused': 'ways_in',
  'staff.set_up': 'ways_in',
  'venue.left': 'retention',
  'venue.left_undone': 'retention',
  'venue.invited': 'venues',
  'venue.invitation_withdrawn': 'venues',
  'venue.profile_changed': 'private',
  'venue.merged': 'venues',
  'venue.unmerged': 'venues',
  // The program reads how many of a venue said so, and no names.
  'response.helped': 'private',
  'application.shared': 'applications',
  'application.assigned': 'applications',
  'application.recused': 'applications',
  'application.recusal_ended': 'applications',
  'application.amended': 'applications',
  'application.paused': 'applications',
  'application.resumed': 'applications',
  'application.stepped_away': 'applications',
  'application.came_back': 'applications',
  'application.lapsed': 'applications',
  'application.refreshed': 'applications',
  'application.second_look_asked': 'applications',
  'application.second_look_given': 'applications',
  'application.second_look_answered': 'applications',
  'application.second_look_withdrawn': 'applications',
}

const kinds = Object.keys(eventSentences) as EventKind[]

/** Everything that coordinators may read of the record, or one group of it. */
export function kindsOf(group: Group | null): EventKind[] {
  return kinds.filter((kind) => (group ? groupFor(kind) === group : groupFor(kind) !== null))
}

/** The group of a kind, or null for what is the venue's own and for kinds of other versions. */
export function groupFor(kind: string): Group | null {
  if (!Object.hasOwn(eventSentences, kind)) return null
  if (Object.hasOwn(wayInSentences, kind)) return 'ways_in'
  const family = kind.split('.')[0] as Family
  const group = exceptions[kind as EventKind] ?? familyGroups[family]
  return group === 'private' ? null : group
}

/** "invited the venue": what happened, for whoever may read it. */
export function sentenceOf(kind: string): string {
  return Object.hasOwn(eventSentences, kind) ? eventSentences[kind as EventKind] : kind
}

/** The kinds whose sentence has all the words. */
export function kindsThatSay(words: readonly string[]): EventKind[] {
  return kinds.filter((kind) =>
    words.every((word) => eventSentences[kind].toLowerCase().includes(word)),
  )
}
