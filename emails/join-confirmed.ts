import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const joinConfirmed: Email<EmailFacts['join-confirmed']> = (facts, { url, program }) => ({
  subject: `You are confirmed for ${facts.venue}`,
  preview: 'You can share your application whenever it suits you.',
  blocks: [
    { kind: 'heading', words: `Welcome to ${program.name}` },
    {
      kind: 'words',
      words: `We now know that you belong to ${facts.venue}. Everything is open to you, sharing included. What you write stays private to your team until you share it.`,
    },
    {
      kind: 'words',
      words:
        'A good first step is the list of standards: for each one it says why it helps your venue, and you may have most of it in place already.',
    },
    { kind: 'button', label: `Open the page of ${facts.venue}`, url: url(facts.path) },
  ],
  help: callOrWrite(program),
})
