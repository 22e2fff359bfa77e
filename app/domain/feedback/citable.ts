import type { DraftItem } from '~db/schema/feedback'
import { findPassage } from './passages'

/** Frozen evidence as a strength can speak of it. */
export type Citable = {
  /** A written policy is cited by a passage. */
  needsQuote: boolean
  texts: { anchor: string | null; text: string }[]
}

/** Where a quote stands in the frozen evidence: the passage as the venue wrote it, and its section. */
export function placeOf(item: Pick<DraftItem, 'quote' | 'anchor'>, { texts }: Citable) {
  const nearest = [...texts].sort(
    (a, b) => Number(b.anchor === item.anchor) - Number(a.anchor === item.anchor),
  )
  for (const { anchor, text } of nearest) {
    const passage = findPassage(item.quote, text)
    if (passage) {
      return { anchor, start: passage.start, quote: text.slice(passage.start, passage.end) }
    }
  }
  return null
}
