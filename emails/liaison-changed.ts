import { formatDay } from '~/words/en/format'
import { type Block, callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const liaisonChanged: Email<EmailFacts['liaison-changed']> = (facts, { url, program }) => {
  const { liaison, before, venues } = facts
  return {
    subject:
      venues.length === 1
        ? `${liaison} now looks after your district`
        : `${liaison} now looks after your venues`,
    preview: 'What you shared stays as it is, and so do the dates that you were told.',
    blocks: [
      { kind: 'heading', words: `Hello, ${facts.name}` },
      {
        kind: 'words',
        words: `${liaison} has taken over from ${before}. What you shared, every letter and every date that you were told stay as they are, and nothing is asked of you again.`,
      },
      ...venues.flatMap(({ venue, district, hearBy, path }): Block[] => [
        {
          kind: 'facts',
          rows: [
            { term: 'Venue', detail: venue },
            { term: 'District', detail: district },
            { term: 'Your liaison', detail: liaison },
            ...(hearBy ? [{ term: 'You will hear by', detail: formatDay(hearBy) }] : []),
          ],
        },
        { kind: 'button', label: `Open the page of ${venue}`, url: url(path) },
      ]),
      {
        kind: 'words',
        words: 'What you have not shared stays private to your team, as before.',
      },
    ],
    help: `Would you like to get to know each other? ${callOrWrite(program)}`,
  }
}
