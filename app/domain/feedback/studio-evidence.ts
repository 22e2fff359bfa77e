import type { FrozenEvidence } from '../applications/rounds.server'
import type { SharedEvidence } from '../applications/rounds-view'
import type { Standard } from '../standards/standard-set'
import { changedPassages } from './changed-passages'

/** The standard's intent and its usual good practice, beside what the venue shared for it. */
export function atHand(standards: readonly Standard[], code: string) {
  const standard = standards.find((each) => each.code === code)
  return { why: standard?.why ?? '', goodPractice: standard?.goodPractice ?? [] }
}

/** A piece with the passages marked that it did not have in the round before. */
export function withChanges(
  piece: SharedEvidence,
  standard: string,
  before: readonly FrozenEvidence[],
) {
  const earlier = before.find(
    (row) =>
      row.standard === standard &&
      row.kind === 'policy' &&
      (row.sections ?? []).length > 0 &&
      row.title === piece.title,
  )
  if (!earlier) return piece
  const sections = piece.sections.map((section) => {
    const was = earlier.sections?.find(({ anchor }) => anchor === section.anchor)?.body ?? ''
    return { ...section, changed: changedPassages(was, section.body) }
  })
  return { ...piece, sections }
}
