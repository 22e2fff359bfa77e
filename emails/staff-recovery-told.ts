import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const staffRecoveryTold: Email<EmailFacts['staff-recovery-told']> = (
  facts,
  { url, program },
) => ({
  subject: `The sign-in of ${facts.person} was reset`,
  preview: facts.own ? 'This is your receipt.' : `By ${facts.by}.`,
  blocks: [
    { kind: 'heading', words: `Hello, ${facts.name}` },
    {
      kind: 'words',
      words: facts.own
        ? `You reset the sign-in of ${facts.person}. Everything that opened it before opens nothing any more. A link went to them by email; it asks for the word that was shown to you. Tell it to them by phone or in person.`
        : `${facts.by} reset the sign-in of ${facts.person}. Everything that opened it before opens nothing any more, and a new one takes a link by email and a word that ${facts.by} tells them.`,
    },
    {
      kind: 'words',
      words: facts.own
        ? 'If this was not you, take the link back on the page of this person, and change your own password.'
        : 'Every coordinator is told, so that nobody can do this unseen. If it surprises you, ask them, and take the link back on the page of this person.',
    },
    { kind: 'button', label: 'Open their page', url: url(facts.path) },
  ],
  help: callOrWrite(program),
})
