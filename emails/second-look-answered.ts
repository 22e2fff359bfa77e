import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const secondLookAnswered: Email<EmailFacts['second-look-answered']> = (
  { venue, by, words, path },
  { url, program },
) => ({
  subject: `Your second look for ${venue} is answered`,
  preview: `${by} read everything again.`,
  blocks: [
    { kind: 'heading', words: `A second look for ${venue}` },
    {
      kind: 'words',
      words: `${by}, who was not involved before, read everything again. This is the answer, with its reasons:`,
    },
    { kind: 'words', words },
    { kind: 'button', label: 'Read it on your page', url: url(path) },
    {
      kind: 'words',
      words: 'What comes next is your choice, as before. Asking has left no mark.',
    },
  ],
  help: callOrWrite(program),
})
