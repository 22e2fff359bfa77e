import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const secondLookAsked: Email<EmailFacts['second-look-asked']> = (
  { name, venue, path },
  { url, program },
) => ({
  subject: `${venue} asks for a second look`,
  preview: 'Please give it to somebody who was not involved.',
  blocks: [
    { kind: 'heading', words: `Hello, ${name}` },
    {
      kind: 'words',
      words: `${venue} would like somebody who was not involved to read everything again. You choose who; the page lists whoever was not involved.`,
    },
    { kind: 'button', label: 'Give it to somebody', url: url(path) },
  ],
  help: callOrWrite(program),
})
