import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const recoveryCodeUsed: Email<EmailFacts['recovery-code-used']> = (
  { left },
  { program },
) => ({
  subject: `A recovery code of yours was used in ${program.name}`,
  preview: left === 1 ? 'One code is left.' : `${left} codes are left.`,
  blocks: [
    { kind: 'heading', words: 'A recovery code was used to sign in' },
    {
      kind: 'words',
      words:
        left === 1
          ? 'It was used in place of the code from your authenticator app. One code is left.'
          : `It was used in place of the code from your authenticator app. ${left} codes are left.`,
    },
    {
      kind: 'words',
      words:
        'If it was you: connect your app again or add a passkey on the page “Your account”, and make new codes there before they run out.',
    },
    {
      kind: 'words',
      words: 'If it was not you, please call us now. We close the account until we have talked.',
    },
  ],
  help: callOrWrite(program),
})
