import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

/** To the person themselves, and to the coordinators who can release the account. */
export const staffLocked: Email<EmailFacts['staff-locked']> = (facts, { url, program }) => ({
  subject: facts.own
    ? `Your account of ${program.name} takes no password from new browsers`
    : `The account of ${facts.name} is locked for new browsers`,
  preview: 'Somebody typed a password or a code wrong five times within 15 minutes.',
  blocks: [
    {
      kind: 'heading',
      words: facts.own
        ? 'Five tries to sign in did not fit'
        : `Five tries to sign in as ${facts.name} did not fit`,
    },
    {
      kind: 'words',
      words: facts.own
        ? 'Somebody typed your password or the code from your app wrong five times within 15 minutes, in a browser that you have not used before. To keep your account safe, a password now opens nothing in a new browser. Browsers in which you have signed in before work as ever, and so does a passkey.'
        : 'Somebody typed the password or the code wrong five times within 15 minutes, in a browser that this account has not used before. A password now opens nothing in a new browser. Browsers that the account has used before work as ever, and so does a passkey.',
    },
    {
      kind: 'words',
      words: facts.own
        ? 'If it was you, ask a coordinator to release the account. If it was not you, nobody has come in, and a call to a coordinator is still a good idea.'
        : 'Please call them, on a number that you know. If it was them, release the account. If it was not, you can leave it locked: they still get in from where they always work.',
    },
    {
      kind: 'button',
      label: facts.own ? 'Go to the staff sign-in' : 'Open the account',
      url: url(facts.path),
    },
  ],
  help: callOrWrite(program),
})
