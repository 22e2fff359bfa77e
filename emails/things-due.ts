import { daysLeftWords } from '~/words/en/dues'
import { countOf, listOf } from '~/words/en/format'
import { type Block, callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

type Thing = EmailFacts['things-due']['things'][number]

export const thingsDue: Email<EmailFacts['things-due']> = (
  { name, things, more, pages },
  { url, program },
) => {
  const venues = pages.map(({ venue }) => venue)
  const several = venues.length > 1
  const count = things.length + more
  return {
    subject: `${venues.length > 2 ? countOf(venues.length, 'venue', 'venues') : listOf(venues)}: ${countOf(count, 'thing falls', 'things fall')} due soon`,
    preview: 'What stands today, what comes next, and who can help.',
    blocks: [
      { kind: 'heading', words: 'What falls due soon' },
      {
        kind: 'words',
        words: `Hello ${name}. Here is what stands today, and what comes next, the soonest first. You choose when to do it.`,
      },
      ...things.map((thing): Block => ofThing(thing, several, url)),
      ...(more > 0
        ? [
            {
              kind: 'words',
              words: `And ${countOf(more, 'more thing', 'more things')}: your ${several ? 'pages list' : 'page lists'} all of them with their dates.`,
            } as const,
          ]
        : []),
      ...pages.map(
        ({ venue, path }): Block => ({
          kind: 'button',
          label: several ? `See all that falls due at ${venue}` : 'See all that falls due',
          url: url(path),
        }),
      ),
      {
        kind: 'words',
        words:
          'If you have done one of these already, add its date and you will not hear of it again. If it is not a good time, you can pause without a mark.',
      },
    ],
    help: callOrWrite(program),
  }
}

function ofThing(thing: Thing, several: boolean, url: (path: string) => string): Block {
  const { venue, what, detail, daysLeft, why, next, path } = thing
  return {
    kind: 'step',
    about: several ? `${venue}. ${what}` : what,
    words: detail,
    rows: [
      { term: 'Last day', detail: daysLeftWords(daysLeft) },
      ...(why ? [{ term: 'Why it helps', detail: why }] : []),
      { term: 'Next', detail: next },
      { term: 'Here', detail: url(path) },
    ],
  }
}
