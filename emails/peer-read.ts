import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const peerRead: Email<EmailFacts['peer-read']> = (
  { name, from, venue, words, path },
  { url, program },
) => ({
  subject: `${from} asks you to read a letter first`,
  preview: `It is for ${venue}, and not sent yet.`,
  blocks: [
    { kind: 'heading', words: `Hello, ${name}` },
    {
      kind: 'words',
      words: `${from} has a letter to ${venue} in draft and would like your eyes on it before it goes out. You see this one application until you hand it back, and the venue sees that you read along.`,
    },
    ...(words ? [{ kind: 'words' as const, words }] : []),
    { kind: 'button', label: 'Read the draft', url: url(path) },
    {
      kind: 'words',
      words: 'You suggest other words where you have some; the writer takes them or leaves them.',
    },
  ],
  help: callOrWrite(program),
})
