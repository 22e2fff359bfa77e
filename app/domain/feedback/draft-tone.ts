import type { ResponseDraft } from '~db/schema/feedback'
import type { ToneDraft } from './tone'

type Readable = Pick<ResponseDraft, 'opening' | 'closing'> & {
  items: Pick<ResponseDraft['items'][number], 'key' | 'kind' | 'words' | 'help' | 'quote'>[]
}

/** A response as the tone helper reads it: the quoted passages are the venue's own words. */
export function toneDraftOf({ opening, closing, items }: Readable): ToneDraft {
  return {
    opening,
    closing,
    items: items.map(({ key, kind, words, help }) => {
      const read = kind === 'accepted_alternative' ? 'question' : kind
      return { id: key, kind: read, words, ...(kind === 'next_step' && { help }) }
    }),
    ownPolicyQuotes: items.flatMap(({ quote }) => (quote.trim() ? quote : [])),
  }
}
