import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

/** Never a link: mail scanners open links. */
export const proofCode: Email<EmailFacts['proof-code']> = ({ code, minutes }, { program }) => ({
  subject: `Your code to go on in ${program.name}`,
  preview: `Type it within ${minutes} minutes, on the page that asked for it.`,
  blocks: [
    { kind: 'heading', words: 'Here is your code' },
    {
      kind: 'words',
      words:
        'You are about to do something that cannot simply be undone, or to take data out. Type this code on the page that you have open, and you can go on:',
    },
    { kind: 'code', code },
    {
      kind: 'words',
      words: `It works once, for ${minutes} minutes, and only where you are signed in now.`,
    },
    {
      kind: 'words',
      words:
        'If you did not ask for it, somebody may be using a computer where you are still signed in. Please sign in, open “Your account”, and end all other sessions there.',
    },
  ],
  help: `Did it not work? Ask for a new code on the same page. ${callOrWrite(program)}`,
})
