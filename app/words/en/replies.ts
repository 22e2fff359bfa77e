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
