import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

const changes: Record<EmailFacts['sign-in-changed']['change'], { what: string; after: string }> = {
  passkey_added: {
    what: 'A passkey was added to your account',
    after: 'From now on you can sign in with it, on the device that keeps it.',
  },
  passkey_removed: {
    what: 'A passkey was removed from your account',
    after: 'It opens nothing any more. Your other ways in stay as they are.',
  },
  password: {
    what: 'The password of your account was changed',
    after: 'Everywhere else where you were signed in, you are signed out.',
  },
  time_code: {
    what: 'Another authenticator app was connected to your account',
    after:
      'Codes of the app before do not work any more. Everywhere else where you were signed in, you are signed out.',
  },
  recovery_codes: {
    what: 'New recovery codes were made for your account',
    after: 'The codes before do not work any more.',
  },
}

/** Names the change and nothing that opens a door. */
export const signInChanged: Email<EmailFacts['sign-in-changed']> = ({ change }, { program }) => {
  const { what, after } = changes[change]
  return {
    subject: `${what} in ${program.name}`,
    preview: 'If it was you, there is nothing to do.',
    blocks: [
      { kind: 'heading', words: what },
      { kind: 'words', words: after },
      { kind: 'words', words: 'If it was you, there is nothing to do.' },
      {
        kind: 'words',
        words: 'If it was not you, please call us now. We close the account until we have talked.',
      },
    ],
    help: callOrWrite(program),
  }
}
