import type { ItemKind } from '~db/vocabulary'
import type { RoundEvidenceId } from '../ids'

/** The parts of a response in the order in which they are written and read: strengths first. */
export const kinds: ItemKind[] = ['strength', 'accepted_alternative', 'question', 'next_step']

/** A part that the liaison begins: on a standard, or on a piece of evidence and a passage in it. */
export type NewItem = {
  kind: ItemKind
  standard: string
  roundEvidenceId?: RoundEvidenceId | null
  anchor?: string
  quote?: string
  /** A first date for a next step, for the liaison to change. */
  proposedOn?: string
}

/**
 * What a button of the studio asks for: "question:SRV-1", or "strength:SRV-1:rev_…" and
 * "next_step:SRV-1:rev_…" for one piece of evidence. Anything else asks for nothing.
 */
export function newItemFrom(asked: string, passage: { anchor: string; quote: string }) {
  const [kind, standard = '', evidence = ''] = asked.split(':')
  const known = kinds.find((each) => each === kind)
  if (!known || !standard) return null
  const pointed = known === 'strength' || known === 'next_step'
  const item: NewItem = {
    kind: known,
    standard,
    roundEvidenceId: pointed && evidence ? (evidence as RoundEvidenceId) : null,
    ...(pointed && passage),
  }
  return item
}

export function asksFor({ kind, standard, roundEvidenceId }: NewItem): string {
  return [kind, standard, roundEvidenceId].filter(Boolean).join(':')
}
