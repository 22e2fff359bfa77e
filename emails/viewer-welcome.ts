import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const viewerWelcome: Email<EmailFacts['viewer-welcome']> = (facts, { url, program }) => ({
  subject: `You can now follow ${facts.district} in ${program.name}`,
  preview: 'Sign in with a code by email. There is no password.',
  blocks: [
    { kind: 'heading', words: `Welcome, ${facts.name}` },
    {
      kind: 'words',
      words: `You can now see how ${facts.district} is doing in ${program.name}: how many venues take part, how their teams are trained, the loading zones and the classes to come. What venues write and share stays with them.`,
    },
    { kind: 'button', label: 'See how it is doing', url: url(facts.path) },
    {
      kind: 'words',
      words:
        'You are asked to sign in first: type the address that this message came to. We send you a code, and you type it in.',
    },
  ],
  help: callOrWrite(program),
})
