import { usualClosing } from '~/words/en/feedback'
import type { DraftItem, ResponseDraft } from '~db/schema/feedback'
import type { ResponseField, Standing } from '~db/vocabulary'
import { type RoundEvidenceId, randomText } from '../ids'
import { kinds, type NewItem } from './new-item'

/** What the studio sends for one item: all as typed. */
export type TypedItem = Omit<DraftItem, 'roundEvidenceId'> & { roundEvidenceId: string }
export type TypedDraft = {
  opening: string
  closing: string
  items: TypedItem[]
  standings?: Readonly<Record<string, Standing | ''>>
}

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
  const chosen = Object.entries(typed.standings ?? {}).filter(
    (each): each is [string, Standing] => known.standards.includes(each[0]) && each[1] !== '',
  )
  return {
    opening: typed.opening,
    closing: typed.closing,
    items: inOrder(items, known.standards),
    standings: Object.fromEntries(chosen),
  }
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
  return { draft: withItems(draft, [item], standards), key }
}

/** The draft with more parts, each in its place among the others. */
export function withItems(
  draft: ResponseDraft,
  more: readonly DraftItem[],
  standards: readonly string[],
): ResponseDraft {
  return { ...draft, items: inOrder([...draft.items, ...more], standards) }
}

export function withoutItem(draft: ResponseDraft, key: string): ResponseDraft {
  return { ...draft, items: draft.items.filter((item) => item.key !== key) }
}

/** A draft in two: what it says about some standards, and the rest. Opening and closing stand in both. */
export function splitByStandards(
  draft: ResponseDraft,
  isOwn: (standard: string) => boolean,
): { own: ResponseDraft; rest: ResponseDraft } {
  const standings = Object.entries(draft.standings ?? {})
  const half = (mine: boolean): ResponseDraft => ({
    ...draft,
    items: draft.items.filter(({ standard }) => isOwn(standard) === mine),
    standings: Object.fromEntries(standings.filter(([standard]) => isOwn(standard) === mine)),
  })
  return { own: half(true), rest: half(false) }
}

/** The draft with other words in one of its fields; a part that is gone takes none. */
export function withWords(
  draft: ResponseDraft,
  { itemKey, field, words }: { itemKey: string; field: ResponseField; words: string },
): ResponseDraft {
  if (field === 'opening' || field === 'closing') return { ...draft, [field]: words }
  const items = draft.items.map((item) =>
    item.key === itemKey ? { ...item, [field]: words } : item,
  )
  return { ...draft, items }
}

/** Strengths stand first, then what belongs to them; within each kind, as the standards are listed. */
function inOrder(items: DraftItem[], standards: readonly string[]): DraftItem[] {
  return [...items].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      standards.indexOf(a.standard) - standards.indexOf(b.standard),
  )
}
