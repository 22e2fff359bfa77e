import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const applicationShared: Email<EmailFacts['application-shared']> = (
  facts,
  { url, program },
) => ({
  subject: facts.amendment
    ? `${facts.venue} shared a change`
    : `${facts.venue} shared ${facts.round === 1 ? 'its application' : 'again'}`,
  preview: `They were told they would hear by ${formatDay(facts.hearBy)}.`,
  blocks: [
    {
      kind: 'heading',
      words: headingOf(facts),
    },
    {
      kind: 'words',
      words: `${facts.amendment ? 'It is accredited, and its accreditation goes on meanwhile. ' : ''}They were told that they will hear by ${formatDay(facts.hearBy)}. An early answer, strengths first, is the best thank-you for the work they put in.`,
    },
    { kind: 'button', label: 'Read what they shared', url: url(facts.path) },
  ],
  help: `Would a second pair of eyes help? Ask a colleague in your district, or the coordinator. ${callOrWrite(program)}`,
})

function headingOf({ venue, round, amendment }: EmailFacts['application-shared']): string {
  if (amendment) return `${venue}, which is accredited, shared a change`
  return round === 1 ? `${venue} shared its application` : `${venue} shared again: round ${round}`
}
