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
      words: `A coordinator of ${program.name} has made a place for you. To open it, choose a password and connect an authenticator app on your phone. It takes about five minutes.`,
    },
    { kind: 'button', label: 'Set up your sign-in', url: url(facts.path) },
    {
      kind: 'words',
      words: `The link is for you alone. It works once, until ${formatDay(facts.expires)}. Two steps to sign in keep what venues share with you in confidence.`,
    },
  ],
  help: `If the link has run out, ask your coordinator for a new one. ${callOrWrite(program)}`,
})
