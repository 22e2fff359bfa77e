import { type Block, callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

type Facts = EmailFacts['walk-through']
type Told = { subject: string; preview: string; words: string }

/** What happened, with the one thing to do next. */
const told: Record<Facts['change'], (facts: Facts) => Told> = {
  proposed: ({ venue, by }) => ({
    subject: `Three times to walk through ${venue}`,
    preview: 'Choose the one that suits you, or propose three others.',
    words: `${by} would like to walk through ${venue} together. Choose the time that suits you, or propose three others.`,
  }),
  agreed: ({ venue, by, when }) => ({
    subject: `${venue}: the walk-through is on ${when}`,
    preview: 'One of your times was chosen.',
    words: `${by} chose one of your times. The page has a file for your calendar.`,
  }),
  called_off: ({ venue, by, reason }) => ({
    subject: `${venue}: the walk-through is called off`,
    preview: 'Another one can be proposed at any time.',
    words: `${by} called it off: ${reason} Another one can be proposed at any time.`,
  }),
}

export const walkThrough: Email<Facts> = (facts, { url, program }) => {
  const { subject, preview, words } = told[facts.change](facts)
  const times: Block[] = facts.change === 'proposed' ? [{ kind: 'list', items: facts.times }] : []
  return {
    subject,
    preview,
    blocks: [
      { kind: 'heading', words: subject },
      { kind: 'words', words },
      ...times,
      {
        kind: 'words',
        words:
          'A walk-through is a look around together. It is no inspection, and it is voluntary.',
      },
      { kind: 'button', label: 'Open the walk-through', url: url(facts.path) },
    ],
    help: callOrWrite(program),
  }
}
