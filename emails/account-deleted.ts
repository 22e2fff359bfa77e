import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const accountDeleted: Email<EmailFacts['account-deleted']> = ({ name }, { program }) => ({
  subject: `Your ${program.name} account is deleted`,
  preview: 'This is the last email that this account gets.',
  blocks: [
    { kind: 'heading', words: `Goodbye, ${name}` },
    {
      kind: 'words',
      words:
        'Your account is deleted, and every way to sign in with it is gone. This is the last email that it gets.',
    },
    {
      kind: 'words',
      words: 'If it was not you who deleted it, call or write to us soon.',
    },
  ],
  help: callOrWrite(program),
})
