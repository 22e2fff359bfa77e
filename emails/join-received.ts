import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const joinReceived: Email<EmailFacts['join-received']> = (facts, { url, program }) => ({
  subject: `We have your request to join with ${facts.venue}`,
  preview: facts.open
    ? 'You can start writing now. We confirm you by the venue’s public phone.'
    : 'We confirm you by the venue’s public phone, and write to you then.',
  blocks: [
    { kind: 'heading', words: 'Thank you for asking to join' },
    {
      kind: 'words',
      words: `A coordinator now confirms that you belong to ${facts.venue}: by a call to the phone number that the public can find, or by a code in a letter to the venue. It keeps others from speaking in your name.`,
    },
    {
      kind: 'words',
      words: facts.open
        ? 'You need not wait. You can read the standards and start your policies today; they are private to you. Sharing opens as soon as you are confirmed.'
        : 'Somebody of this venue is with us already, and what they write is private to them. It opens to you as soon as you are confirmed. If you know them, they can tell us too.',
    },
    {
      kind: 'button',
      label: facts.open ? `Open the page of ${facts.venue}` : 'See how your request stands',
      url: url(facts.path),
    },
  ],
  help: callOrWrite(program),
})
