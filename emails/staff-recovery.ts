import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const staffRecovery: Email<EmailFacts['staff-recovery']> = (facts, { url, program }) => ({
  subject: `Your sign-in to ${program.name} was reset`,
  preview: `By ${facts.by}. If you did not ask for it, call ${program.contactPhone}.`,
  blocks: [
    { kind: 'heading', words: `Hello, ${facts.name}` },
    {
      kind: 'words',
      words: `Your sign-in was reset by ${facts.by}. Your old password, app codes, passkeys and recovery codes open nothing any more, and you were signed out everywhere.`,
    },
    {
      kind: 'words',
      words: `If you did not ask for this, do not use the link, and call ${program.contactPhone} now.`,
    },
    {
      kind: 'words',
      words: `To sign in again, open this page and type the word that ${facts.by} tells you by phone or in person. The word never comes by email, and nobody but them should ask you for it.`,
    },
    { kind: 'button', label: 'Set up a new sign-in', url: url(facts.path) },
    { kind: 'words', words: `The link works once, until ${formatDay(facts.expires)}.` },
  ],
  help: callOrWrite(program),
})
