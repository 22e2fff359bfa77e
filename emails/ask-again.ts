import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const askAgain: Email<EmailFacts['ask-again']> = (facts, { url, program }) => ({
  subject: `${facts.venue}: you asked us to ask again today`,
  preview: 'No hurry: pick up where you left off, or stay paused.',
  blocks: [
    { kind: 'heading', words: 'No hurry: you asked us to ask again today' },
    {
      kind: 'words',
      words: `${facts.venue} paused its application on ${formatDay(facts.pausedOn)} and chose today to hear from us. Everything you wrote is as you left it.`,
    },
    {
      kind: 'words',
      words:
        'If it suits you now, pick up where you left off. If not, you need not do anything: you stay paused, without a mark, and we do not ask again.',
    },
    { kind: 'button', label: 'See where you left off', url: url(facts.path) },
    {
      kind: 'words',
      words: `Would another day suit you better? Choose one at ${url(facts.changePath)}`,
    },
  ],
  help: callOrWrite(program),
})
