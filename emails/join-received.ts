import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const joinReceived: Email<EmailFacts['join-received']> = (facts, { url, program }) => ({
  subject: `We have your request to join with ${facts.venue}`,
  preview: 'You can start writing now. We confirm you by the venue’s public phone.',
  blocks: [
    { kind: 'heading', words: 'Thank you for asking to join' },
    {
      kind: 'words',
      words: `A coordinator now confirms that you belong to ${facts.venue}: by a call to the phone number that the public can find, or by a code in a letter to the venue. It keeps others from speaking in your name.`,
    },
    {
      kind: 'words',
      words:
        'You need not wait. You can read the standards and start your policies today; they are private to you. Sharing opens as soon as you are confirmed.',
    },
    { kind: 'button', label: `Open the page of ${facts.venue}`, url: url(facts.path) },
  ],
  help: callOrWrite(program),
})
