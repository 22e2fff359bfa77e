import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const staffSignIn: Email<EmailFacts['staff-sign-in']> = ({ path }, { url, program }) => ({
  subject: `Your way in to ${program.name} is the staff sign-in`,
  preview: 'Staff sign in with a password and a code from an app.',
  blocks: [
    { kind: 'heading', words: 'Please use the staff sign-in' },
    {
      kind: 'words',
      words:
        'Somebody asked for a sign-in code for this address. You read what venues share in confidence, so a code by email is not enough for you: you sign in with your password and a code from your authenticator app. That protects the venues, and you.',
    },
    { kind: 'button', label: 'Go to the staff sign-in', url: url(path) },
    {
      kind: 'words',
      words: 'If it was not you who asked, you can leave this message alone: nothing has happened.',
    },
  ],
  help: `If you have lost your password or your phone, ask a coordinator for a new set-up link. ${callOrWrite(program)}`,
})
