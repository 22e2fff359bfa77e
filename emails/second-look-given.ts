import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const secondLookGiven: Email<EmailFacts['second-look-given']> = (
  { name, from, venue, words, path },
  { url, program },
) => ({
  subject: `${venue} asks for a second look, and it is yours`,
  preview: 'You were not involved, so you read it with fresh eyes.',
  blocks: [
    { kind: 'heading', words: `Hello, ${name}` },
    {
      kind: 'words',
      words: `${venue} would like somebody who was not involved to read everything again, and ${from} gives it to you. You see the whole record of this one application until you have answered, and the venue sees who you are.`,
    },
    { kind: 'words', words: 'This is what the venue would like looked at:' },
    { kind: 'words', words },
    { kind: 'button', label: 'Open the record', url: url(path) },
    { kind: 'words', words: 'Write your answer with its reasons, in plain words.' },
  ],
  help: callOrWrite(program),
})
