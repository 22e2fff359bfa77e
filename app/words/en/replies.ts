export const mostReplyFiles = 3

/** What stands around the replies to a letter. */
export const replyWords = {
  title: 'Replies',
  none: 'No replies yet. A reply is welcome at any time, late ones too.',
  about: (part: string) => `About “${part}”`,
  to: (name: string) => `Write to ${name}`,
  aboutWhat: 'What it is about',
  whole: 'The whole letter',
  files: 'Files',
  filesHint:
    'Up to three files, 25 MB together: PDF, Word, OpenDocument or text, JPEG or PNG. They stay with your reply, and both sides can read them.',
  send: 'Send the reply',
  sending: 'Sending…',
} as const

type After = 'application.shared' | 'certificate.issued' | 'application.stepped_away'

/** Beside a word that came once the application had moved on, as the venue reads it. */
export const lateForVenue: Record<After, (day: string) => string> = {
  'application.shared': (day) => `Came after you shared again on ${day}; welcome all the same.`,
  'certificate.issued': (day) => `Came after your certificate of ${day}; welcome all the same.`,
  'application.stepped_away': (day) =>
    `Came after you stepped away on ${day}; welcome all the same.`,
}

/** The same for staff. */
export const lateForStaff: Record<After, (day: string) => string> = {
  'application.shared': (day) =>
    `Came after the venue shared again on ${day}; welcome all the same.`,
  'certificate.issued': (day) => `Came after the certificate of ${day}; welcome all the same.`,
  'application.stepped_away': (day) =>
    `Came after the venue stepped away on ${day}; welcome all the same.`,
}
