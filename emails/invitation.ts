import { formatDay } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const invitation: Email<EmailFacts['invitation']> = (facts, { url, program }) => {
  const from = addressed(facts.from)
  return {
    subject: `An invitation for ${facts.venue}`,
    preview: 'Let us show what your team already does to keep guests safe.',
    blocks: [
      { kind: 'heading', words: `${facts.venue} is invited` },
      {
        kind: 'words',
        words: `${program.name} is a voluntary accreditation for bars and restaurants in ${program.place}. You write down how your team keeps guests and staff safe; we read it with you, and say first what you already do well. Venues that join train their team together, close more calmly, and show their guests that they look out for them.`,
      },
      {
        kind: 'words',
        words:
          'It is your choice: your words, your pace, your dates. What you write is private to your team until you share it. You can pause or leave at any time, without a mark.',
      },
      { kind: 'words', words: 'To look around, open the page below and type this code:' },
      { kind: 'code', code: facts.code },
      { kind: 'button', label: 'Join with this code', url: url(facts.path) },
      {
        kind: 'words',
        words: `The code works once, until ${formatDay(facts.expires)}. You need about ten minutes to look around, and nothing is shared by doing so.`,
      },
      { kind: 'words', words: `With kind regards\n${from}, for ${program.name}` },
    ],
    help: `Would you rather talk first? ${callOrWrite(program)}`,
  }
}
