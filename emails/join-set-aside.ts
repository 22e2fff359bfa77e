import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const joinSetAside: Email<EmailFacts['join-set-aside']> = (facts, { program }) => ({
  subject: `About your request to join with ${facts.venue}`,
  preview: 'We could not confirm it yet. Here is why, and what you can do.',
  blocks: [
    { kind: 'heading', words: 'We could not confirm your request yet' },
    {
      kind: 'words',
      words: `You asked to join with ${facts.venue}. We set the request aside for now, for this reason:`,
    },
    { kind: 'words', words: facts.reason },
    {
      kind: 'words',
      words:
        'You can ask again at any time, and nothing is held against you or the venue. If we got something wrong, please tell us: one call often settles it.',
    },
  ],
  help: callOrWrite(program),
})
