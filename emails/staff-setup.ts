import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const staffSetup: Email<EmailFacts['staff-setup']> = (facts, { url, program }) => ({
  subject: `Set up your sign-in to ${program.name}`,
  preview: `The link works once, until ${formatDay(facts.expires)}.`,
  blocks: [
    { kind: 'heading', words: `Welcome, ${facts.name}` },
    {
      kind: 'words',
      words: `${program.name} has made a place for you. To open it, type the word that you are told in person or by phone, choose a password, and connect an authenticator app on your phone. It takes about five minutes. The word never comes by email.`,
    },
    { kind: 'button', label: 'Set up your sign-in', url: url(facts.path) },
    {
      kind: 'words',
      words: `The link is for you alone. It works once, until ${formatDay(facts.expires)}. Two steps to sign in keep what venues share with you in confidence.`,
    },
  ],
  help: `If nobody has told you the word, or the link has run out, ask whoever invited you. ${callOrWrite(program)}`,
})
