import { usualClosing } from '~/words/en/feedback'
import type { DraftItem, ResponseDraft } from '~db/schema/feedback'
import { type RoundEvidenceId, randomText } from '../ids'
import { kinds, type NewItem } from './new-item'

/** What the studio sends for one item: all as typed. */
export type TypedItem = Omit<DraftItem, 'roundEvidenceId'> & { roundEvidenceId: string }
export type TypedDraft = { opening: string; closing: string; items: TypedItem[] }

export function emptyDraft(): ResponseDraft {
  return { opening: '', closing: usualClosing, items: [] }
}

/** The draft as it is kept: standards and evidence that this round does not have are left out. */
export function cleanDraft(
  typed: TypedDraft,
  known: { standards: readonly string[]; evidence: ReadonlySet<string> },
): ResponseDraft {
  const items = typed.items
    .filter(({ standard }) => known.standards.includes(standard))
    .map((item) => {
      const { roundEvidenceId: given } = item
      const roundEvidenceId = known.evidence.has(given) ? (given as RoundEvidenceId) : null
      return { ...item, key: item.key || randomText(8), roundEvidenceId }
    })
  return { opening: typed.opening, closing: typed.closing, items: inOrder(items, known.standards) }
}

/** The draft with one more part, in its place among the others, and the key of the new part. */
export function withItem(
  draft: ResponseDraft,
  { kind, standard, roundEvidenceId = null, anchor = '', quote = '', proposedOn = '' }: NewItem,
  standards: readonly string[],
): { draft: ResponseDraft; key: string } {
  const key = randomText(8)
  const item: DraftItem = {
    key,
    standard,
    kind,
    words: '',
    roundEvidenceId,
    anchor,
    quote,
    why: '',
    help: '',
    proposedOn,
    law: false,
    lawSource: '',
  }
  return { draft: { ...draft, items: inOrder([...draft.items, item], standards) }, key }
}

export function withoutItem(draft: ResponseDraft, key: string): ResponseDraft {
  return { ...draft, items: draft.items.filter((item) => item.key !== key) }
}

/** Strengths stand first, then what belongs to them; within each kind, as the standards are listed. */
function inOrder(items: DraftItem[], standards: readonly string[]): DraftItem[] {
  return [...items].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      standards.indexOf(a.standard) - standards.indexOf(b.standard),
  )
}
