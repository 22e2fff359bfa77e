import type { ResponseDraft } from '~db/schema/feedback'

/** Where a phrase can be wanted again. A strength and a step speak of one venue alone, and stay there. */
export const phrasePlaces = [
  'opening',
  'closing',
  'strength.why',
  'question.words',
  'next_step.why',
  'next_step.help',
] as const
export type PhrasePlace = (typeof phrasePlaces)[number]

/** The phrases of a letter that its writer may want again: a sentence or two that does not name the venue. */
export function phrasesIn(draft: ResponseDraft, venue: string) {
  const texts: [string, string][] = [
    ['opening', draft.opening],
    ['closing', draft.closing],
    ...draft.items.flatMap((item): [string, string][] => [
      [`${item.kind}.words`, item.words],
      [`${item.kind}.why`, item.why],
      [`${item.kind}.help`, item.help],
    ]),
  ]
  const found = new Map<string, { place: PhrasePlace; words: string }>()
  for (const [name, text] of texts) {
    const place = phrasePlaces.find((each) => each === name)
    const words = text.trim()
    if (!place || words.length < 12 || words.length > 400) continue
    if (words.toLowerCase().includes(venue.toLowerCase())) continue
    found.set(`${place} ${words}`, { place, words })
  }
  return [...found.values()]
}
