import type { EvidenceFacts } from '~db/schema/applications'
import type { EvidenceKind } from '~db/vocabulary'
import { isAnswered } from '../applications/standing'
import { addMonths, type Day } from '../dates'
import {
  type EvidenceAsk,
  isEssential,
  monthsOf,
  type StandardSet,
} from '../standards/standard-set'
import { isAsked, type Spared } from './spared'

/** Evidence that counts for some months from its day: a count, a talk, a practice. */
export type DatedEvidence = {
  standard: string
  kind: EvidenceKind
  happenedOn: Day
  facts: EvidenceFacts
}

/** The last day on which one dated ask is met, by the best of what the venue gave for it. */
export type DatedEnd = { standard: string; ask: EvidenceAsk; essential: boolean; until: Day }

/**
 * When each dated ask that a venue has met runs out. An ask that it never met has no end: whether a
 * certificate may be issued without it was decided when it was issued.
 */
export function datedEnds(
  { standards }: StandardSet,
  spared: Spared,
  given: readonly DatedEvidence[],
): DatedEnd[] {
  return standards
    .filter((standard) => isAsked(standard, spared))
    .flatMap((standard) =>
      standard.evidence.flatMap((ask) => {
        const until = endOf(ask, standard.code, given)
        if (until === null) return []
        return { standard: standard.code, ask, essential: isEssential(standard), until }
      }),
    )
}

function endOf(ask: EvidenceAsk, code: string, given: readonly DatedEvidence[]): Day | null {
  const months = monthsOf(ask)
  if (!months) return null
  return given.reduce<Day | null>((latest, each) => {
    if (each.standard !== code || !isAnswered(ask, [each], each.happenedOn)) return latest
    const end = addMonths(each.happenedOn, months)
    return latest === null || end > latest ? end : latest
  }, null)
}
