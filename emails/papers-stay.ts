import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const papersStay: Email<EmailFacts['papers-stay']> = (facts, { url, program }) => {
  const { venue, by, kept, until, path } = facts
  const subject = kept
    ? `What ${venue} never shared stays longer`
    : `What ${venue} never shared goes after all`
  const when = until ? `after ${formatDay(until)}` : 'within the hour'
  return {
    subject,
    preview: `It is removed ${when}.`,
    blocks: [
      { kind: 'heading', words: subject },
      {
        kind: 'words',
        words: kept
          ? `${by} of the program keeps it longer than we told you when ${venue} left. It is removed ${when}. The reason is written down: ask us, and we tell you.`
          : `${by} of the program no longer keeps it. It is removed ${when}.`,
      },
      {
        kind: 'words',
        words: 'As long as it is there, you can download all of it, and an owner can come back.',
      },
      { kind: 'button', label: 'See what stays and what goes', url: url(path) },
    ],
    help: callOrWrite(program),
  }
}
