import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const certificateIssued: Email<EmailFacts['certificate-issued']> = (
  facts,
  { url, program },
) => ({
  subject: `${facts.venue} is accredited`,
  preview: 'Your certificate is ready to put by the door.',
  blocks: [
    { kind: 'heading', words: `${facts.venue} is accredited` },
    {
      kind: 'words',
      words:
        'You and your team did this: you wrote it down, you trained together, and it shows. Your certificate is ready to download, print, and put by the door, where guests can see that you look out for them.',
    },
    {
      kind: 'facts',
      rows: [
        { term: 'Certificate', detail: facts.number },
        { term: 'Accredited until', detail: formatDay(facts.expiresOn) },
      ],
    },
    { kind: 'button', label: 'Download your certificate', url: url(facts.path) },
    {
      kind: 'words',
      words: `Anyone can check that it is current with the code on it, or here: ${url(facts.checkPath)}`,
    },
    {
      kind: 'words',
      words:
        'It stays valid while your training stays current. The certificate’s page shows the dates that come next.',
    },
  ],
  help: callOrWrite(program),
})
