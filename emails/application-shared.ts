import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const applicationShared: Email<EmailFacts['application-shared']> = (
  facts,
  { url, program },
) => ({
  subject: `${facts.venue} shared ${facts.round === 1 ? 'its application' : 'again'}`,
  preview: `They were told they would hear by ${formatDay(facts.hearBy)}.`,
  blocks: [
    {
      kind: 'heading',
      words:
        facts.round === 1
          ? `${facts.venue} shared its application`
          : `${facts.venue} shared again: round ${facts.round}`,
    },
    {
      kind: 'words',
      words: `They were told that they will hear by ${formatDay(facts.hearBy)}. An early answer, strengths first, is the best thank-you for the work they put in.`,
    },
    { kind: 'button', label: 'Read what they shared', url: url(facts.path) },
  ],
  help: `Would a second pair of eyes help? Ask a colleague in your district, or the coordinator. ${callOrWrite(program)}`,
})
