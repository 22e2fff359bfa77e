import type { DraftItem } from '~db/schema/feedback'
import type { ToneDraft } from './tone'

type Typed = Pick<DraftItem, 'key' | 'kind'> & Partial<DraftItem>

/**
 * A response as the tone helper reads it: the quoted passages are the venue's own words. On the page
 * a part holds only the fields of its kind.
 */
export function toneDraftOf(draft: {
  opening: string
  closing: string
  items: readonly Typed[]
}): ToneDraft {
  const { opening, closing, items } = draft
  return {
    opening,
    closing,
    items: items.map(({ key, kind, words = '', help = '', law }) => {
      const read = kind === 'accepted_alternative' ? 'question' : kind
      return {
        id: key,
        kind: read,
        words,
        ...(kind === 'next_step' && { help, law: Boolean(law) }),
      }
    }),
    ownPolicyQuotes: items.flatMap(({ quote }) => (quote?.trim() ? quote : [])),
  }
}
