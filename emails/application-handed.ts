import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const applicationHanded: Email<EmailFacts['application-handed']> = (
  { name, from, venue, words, path },
  { url, program },
) => ({
  subject: `${venue} is in your hands now`,
  preview: `${from} put its application into your hands.`,
  blocks: [
    { kind: 'heading', words: `Hello, ${name}` },
    {
      kind: 'words',
      words: `${from} put the application of ${venue} into your hands. Every day that the venue was told stays as it is, and its record tells what was said so far.`,
    },
    ...(words ? [{ kind: 'words' as const, words }] : []),
    { kind: 'button', label: 'Open the record', url: url(path) },
  ],
  help: callOrWrite(program),
})
