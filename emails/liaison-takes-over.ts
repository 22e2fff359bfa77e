import { formatDay, listOf } from '~/words/en/format'
import { callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

export const liaisonTakesOver: Email<EmailFacts['liaison-takes-over']> = (
  facts,
  { url, program },
) => ({
  subject: `You now look after ${listOf(facts.districts)}`,
  preview: `You take over from ${facts.before}.`,
  blocks: [
    { kind: 'heading', words: `Hello, ${facts.name}` },
    {
      kind: 'words',
      words: `You take over ${listOf(facts.districts)} from ${facts.before}. The venues there were told your name. Every date that they were promised stays, and so does what ${facts.before} wrote: letters keep their name, and you can go on with what was not sent yet.`,
    },
    ...(facts.venues.length > 0
      ? [
          { kind: 'words' as const, words: 'These wait for you:' },
          {
            kind: 'list' as const,
            items: facts.venues.map(({ venue, hearBy }) =>
              hearBy ? `${venue}: was told that it hears by ${formatDay(hearBy)}` : venue,
            ),
          },
        ]
      : []),
    { kind: 'button', label: 'Open your desk', url: url(facts.path) },
  ],
  help: callOrWrite(program),
})
