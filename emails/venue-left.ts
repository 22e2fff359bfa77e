import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const venueLeft: Email<EmailFacts['venue-left']> = (facts, { url, program }) => {
  const { venue, by, path } = facts
  const until = formatDay(facts.until)
  return {
    subject: `${venue} has left the program`,
    preview: `An owner can change this until ${until}.`,
    blocks: [
      { kind: 'heading', words: `${venue} has left the program` },
      {
        kind: 'words',
        words: `${by} decided this. Thank you for the time you gave. You are welcome back any day.`,
      },
      {
        kind: 'words',
        words: `Until ${until} nothing is removed: you can download everything, and an owner can change their mind. After that day we remove what was never shared.`,
      },
      { kind: 'button', label: 'See what stays and what goes', url: url(path) },
    ],
    help: callOrWrite(program),
  }
}
