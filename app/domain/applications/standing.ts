import type { EvidenceFacts } from '~db/schema/applications'
import type { EvidenceKind, Stance } from '~db/vocabulary'
import { addMonths, type Day } from '../dates'
import { type EvidenceAsk, monthsOf, type Standard } from '../standards/standard-set'
import { requiredHeads } from '../training/coverage'

/** Where one standard stands, in the order in which a venue gets there. */
export type Standing =
  | 'not_asked'
  | 'not_started'
  | 'started'
  | 'with_counsel'
  | 'another_way'
  | 'not_applicable'
  | 'in_place'

export type EvidenceGiven = {
  kind: EvidenceKind
  happenedOn: Day | null
  facts: EvidenceFacts
  /** For training: how the team stands. `listed` is everybody on the staff list, in scope or not. */
  coverage?: { met: boolean; listed: number; trained: number }
}

export type StandardGiven = {
  stance: Stance
  evidence: readonly EvidenceGiven[]
  /** A liaison accepted the venue's other way in writing. */
  alternativeAccepted: boolean
  /** What the venue said of itself; a standard that does not concern it is not asked. */
  profile: { securityStaff: boolean | null }
}

/** Where a standard stands on a day, and which of its asks are still open. */
export function standingOf(
  standard: Standard,
  given: StandardGiven,
  today: Day,
): { standing: Standing; open: EvidenceAsk[] } {
  if (standard.onlyIf === 'security_staff' && given.profile.securityStaff === false) {
    return { standing: 'not_asked', open: [] }
  }
  if (given.stance === 'not_applicable') return { standing: 'not_applicable', open: [] }
  if (given.stance === 'another_way') return { standing: 'another_way', open: [] }

  const open = standard.evidence.filter((ask) => !isAnswered(ask, given.evidence, today))
  if (given.stance === 'with_counsel' && open.length > 0) return { standing: 'with_counsel', open }
  if (open.length === 0) return { standing: 'in_place', open }
  return { standing: given.evidence.some(hasSomething) ? 'started' : 'not_started', open }
}

/**
 * Whether a standard keeps an application from being ready: it has neither all its evidence, nor
 * "not applicable because", nor another way that a liaison accepted in writing.
 */
export function isStillOpen(standing: Standing, given: Pick<StandardGiven, 'alternativeAccepted'>) {
  if (standing === 'another_way') return !given.alternativeAccepted
  return standing === 'not_started' || standing === 'started' || standing === 'with_counsel'
}

/** Whether one ask has its evidence: dated things count for their months, training while coverage is met. */
export function isAnswered(
  ask: EvidenceAsk,
  evidence: readonly EvidenceGiven[],
  today: Day,
): boolean {
  return evidence.some((given) => {
    if (given.kind !== ask.kind) return false
    const months = monthsOf(ask)
    if (months && (!given.happenedOn || addMonths(given.happenedOn, months) < today)) return false
    if (ask.kind === 'training') return given.coverage !== undefined && isCovered(given.coverage)
    if (ask.count) return isCounted(ask.count.percent, given.facts)
    return true
  })
}

/** An empty staff list covers nothing: there is nobody yet who could be trained. */
function isCovered({ met, listed }: { met: boolean; listed: number }): boolean {
  return met && listed > 0
}

function isCounted(percent: number, { count, total }: EvidenceFacts): boolean {
  if (count === undefined || !total) return false
  return count >= requiredHeads(percent, total)
}

/** Training starts a standard once somebody has it: a staff list alone says nothing of it yet. */
function hasSomething({ kind, coverage }: EvidenceGiven): boolean {
  return kind !== 'training' || (coverage?.trained ?? 0) > 0
}
