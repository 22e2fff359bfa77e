import type { AccessKind, ApplicationKind } from '~db/vocabulary'

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

export const kindNames: Record<ApplicationKind, string> = {
  initial: 'First accreditation',
  renewal: 'Renewal',
}
