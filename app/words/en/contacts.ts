import type { ContactKind, ContactSide, HelpfulAnswer } from '~db/vocabulary'

export const contactKindNames: Record<ContactKind, string> = {
  walk_in: 'Walk-in',
  call: 'Call',
  class: 'Class',
  event: 'Event',
  message: 'Message',
  incident_follow_up: 'Follow-up after an incident',
}

/** Who began a contact, as each side reads it. */
export const begunByNames: Record<ContactSide, Record<ContactSide, string>> = {
  venue: { venue: 'We did', program: 'The program' },
  program: { venue: 'The venue', program: 'We did' },
}

const begunBySentences: Record<ContactSide, Record<ContactSide, string>> = {
  venue: { venue: 'You began it.', program: 'The program began it.' },
  program: { venue: 'The venue began it.', program: 'The program began it.' },
}

/** "The venue began it. Written down by Sgt. Dana Whitfield." */
export function contactAbout(
  reader: ContactSide,
  { begunBy, writer }: { begunBy: ContactSide; writer: string },
): string {
  return `${begunBySentences[reader][begunBy]} Written down by ${writer}.`
}

const helpfulSentences: Record<ContactSide, Record<HelpfulAnswer, string>> = {
  venue: { yes: 'You said: it was helpful.', no: 'You said: it was not helpful.' },
  program: { yes: 'The venue says: it was helpful.', no: 'The venue says: it was not helpful.' },
}

/** What the venue said of it; empty while it has said nothing. */
export function helpfulWords(reader: ContactSide, helpful: HelpfulAnswer | null): string {
  return helpful ? helpfulSentences[reader][helpful] : ''
}

export const contactWords = {
  enforcement: 'Enforcement',
  notTheirs: {
    venue: 'The program wrote this contact down, so the program takes it back. Ask your liaison.',
    program: 'The venue wrote this contact down, so the venue takes it back.',
  },
} as const
