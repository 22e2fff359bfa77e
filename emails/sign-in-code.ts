import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

/** Never a link: mail scanners open links. */
export const signInCode: Email<EmailFacts['sign-in-code']> = ({ code, minutes }, { program }) => ({
  subject: `Your code to sign in to ${program.name}`,
  preview: `Type it within ${minutes} minutes, in the browser that asked for it.`,
  blocks: [
    { kind: 'heading', words: 'Here is your code' },
    { kind: 'words', words: 'Type it on the sign-in page that you have open:' },
    { kind: 'code', code },
    {
      kind: 'words',
      words: `It works once, for ${minutes} minutes, and only in the browser that asked for it. That way nobody else can use it, and you have no password to remember.`,
    },
    {
      kind: 'words',
      words:
        'If you did not ask for a code, you can leave this message alone: nothing happens without it. Nobody from the program will ever ask you for a code, by phone or by mail.',
    },
  ],
  help: `Did it not work? Ask for a new code on the same page. ${callOrWrite(program)}`,
})
