import { formatDay } from '~/words/en/format'
import { type Block, callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

const goesOn: Block = {
  kind: 'words',
  words: 'Your accreditation goes on meanwhile, and nothing about it is at risk.',
}

export const shareReceipt: Email<EmailFacts['share-receipt']> = (facts, { url, program }) => ({
  subject: facts.amendment
    ? `${facts.venue}: your change is shared`
    : `${facts.venue}: your application is shared`,
  preview: `You will hear by ${formatDay(facts.hearBy)}.`,
  blocks: [
    {
      kind: 'heading',
      words: facts.amendment ? 'Your change is shared' : 'Your application is shared',
    },
    ...(facts.amendment ? [goesOn] : []),
    {
      kind: 'words',
      words: `Thank you. What ${facts.venue} shared is now with the people named below, and you will hear from us by ${formatDay(facts.hearBy)}: first what you do well, then, where it helps, a step we could take together.`,
    },
    {
      kind: 'facts',
      rows: [
        { term: 'Reference', detail: facts.reference },
        { term: 'Shared on', detail: formatDay(facts.sharedOn) },
        { term: 'You will hear by', detail: formatDay(facts.hearBy) },
      ],
    },
    { kind: 'words', words: 'Who can read it:' },
    { kind: 'list', items: facts.readers },
    {
      kind: 'words',
      words:
        'There is nothing you need to do now. Your policies and your team list stay open, and what you change in them is private until you share again.',
    },
    { kind: 'button', label: 'See your receipt', url: url(facts.path) },
    {
      kind: 'words',
      words:
        'On that page you can also save your receipt as a PDF: what went along, who reads it, and by when you hear.',
    },
  ],
  help: callOrWrite(program),
})
