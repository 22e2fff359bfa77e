import { formatDay } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

type Reason = EmailFacts['program-place']['reason']

const subjects: Record<Reason, (program: string) => string> = {
  changed: (program) => `Your place in ${program} has changed`,
  ended: (program) => `One of your places in ${program} has ended`,
  removed: (program) => `Your place in ${program} has ended`,
  leave: (program) => `Your venues in ${program} are in good hands while you are away`,
  left: (program) => `Your venues in ${program} are in good hands`,
  back: (program) => `Welcome back to ${program}`,
}

const openings: Record<Reason, string> = {
  changed: 'changed what you are to the program.',
  ended: 'ended one of your places in the program.',
  removed: 'took you out of the program. Thank you for what you have done in it.',
  leave: 'handed your venues to a colleague for the time that you are away.',
  left: 'handed your venues to a colleague. Thank you for what you have done with them.',
  back: 'gave you your districts back.',
}

export const programPlace: Email<EmailFacts['program-place']> = (facts, { url, program }) => {
  const { reason, by, before, after, until } = facts
  return {
    subject: subjects[reason](program.name),
    preview: `By ${by}.`,
    blocks: [
      { kind: 'heading', words: `Hello, ${facts.name}` },
      { kind: 'words', words: `${by} ${openings[reason]}` },
      {
        kind: 'facts',
        rows: [
          { term: 'Until now', detail: before || 'No place in the program' },
          { term: 'From now on', detail: after || 'No place in the program' },
          ...(until ? [{ term: 'On leave until', detail: formatDay(until) }] : []),
        ],
      },
      ...(after
        ? [
            {
              kind: 'words' as const,
              words: 'For your safety we signed you out everywhere. Just sign in again.',
            },
            { kind: 'button' as const, label: 'Sign in', url: url(facts.path) },
          ]
        : []),
    ],
    help: `If this surprises you, please ask. ${callOrWrite(program)}`,
  }
}
