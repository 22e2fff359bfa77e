import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const viewerWelcome: Email<EmailFacts['viewer-welcome']> = (facts, { url, program }) => ({
  subject: `You can now follow ${facts.district} in ${program.name}`,
  preview: 'Sign in with a code by email. There is no password.',
  blocks: [
    { kind: 'heading', words: `Welcome, ${facts.name}` },
    {
      kind: 'words',
      words: `You can now see how ${facts.district} is doing in ${program.name}: the accredited venues that your members and guests can rely on. What venues write and share stays with them.`,
    },
    { kind: 'button', label: 'Sign in', url: url(facts.path) },
    {
      kind: 'words',
      words:
        'On the sign-in page, type the address that this message came to. We send you a code, and you type it in.',
    },
  ],
  help: callOrWrite(program),
})
