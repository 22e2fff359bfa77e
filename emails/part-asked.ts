import { listOf } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const partAsked: Email<EmailFacts['part-asked']> = (
  { name, from, venue, words, standards, path },
  { url, program },
) => ({
  subject: `${from} asks you for a part of a letter`,
  preview: `It is for ${venue}, about ${standards.join(', ')}.`,
  blocks: [
    { kind: 'heading', words: `Hello, ${name}` },
    {
      kind: 'words',
      words: `${from} is writing to ${venue} and would like your part of it, about ${listOf(standards)}. You see what ${venue} shared on that alone, until your part is in the letter, and the venue sees that you were asked.`,
    },
    ...(words ? [{ kind: 'words' as const, words }] : []),
    { kind: 'button', label: 'Read and write your part', url: url(path) },
    {
      kind: 'words',
      words:
        'Begin with what they do well. Your part goes into one letter, with your name beside it.',
    },
  ],
  help: callOrWrite(program),
})
