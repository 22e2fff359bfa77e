import type { PolicyId } from '../ids'
import type { StandardCoverage } from '../training/team'
import type { ZoneKnowledge } from '../zones/venue-zones.server'
import { isReplacedNote } from './door-staff'
import type { StandardWork } from './workspace.server'
import type { EvidenceRow } from './workspace-given.server'

/** What a share takes along for one standard. The page before the share and the share itself both ask here. */
export type GoesAlong = {
  work: StandardWork
  evidence: EvidenceRow[]
  coverage: StandardCoverage | null
  /** The zones near the venue, once its door staff know all that serve. */
  doorStaff: ZoneKnowledge | null
  /** Policies that are named beside the standard but hold no text yet: they stay with the venue. */
  unwritten: EvidenceRow[]
  /** Notes about the door team, where the zones near the venue speak for it. */
  replaced: EvidenceRow[]
}

/** Everything that stands beside a standard goes along, except policies without a word in them. */
export function whatGoesAlong(work: StandardWork, written: ReadonlySet<PolicyId>): GoesAlong {
  const hasText = ({ policyId }: EvidenceRow) => policyId === null || written.has(policyId)
  const isReplaced = (row: EvidenceRow) => isReplacedNote(row, work.doorStaff)
  const asked = work.standing !== 'not_asked' && work.standing !== 'not_applicable'
  return {
    work,
    evidence: work.evidence.filter((row) => hasText(row) && !isReplaced(row)),
    coverage: asked && work.team && work.team.listed > 0 ? work.team : null,
    doorStaff: asked && work.doorStaff?.known ? work.doorStaff : null,
    unwritten: work.evidence.filter((row) => !hasText(row)),
    replaced: work.evidence.filter(isReplaced),
  }
}

/** Whether a share would hold anything at all. */
export function isSomething({ work, evidence, coverage, doorStaff }: GoesAlong): boolean {
  const says = work.answer !== null && work.answer.stance !== 'with_evidence'
  return says || evidence.length > 0 || coverage !== null || doorStaff !== null
}

/** The policies in which at least one section is written, and those that are a file. */
export function writtenPolicies(
  policies: readonly { id: PolicyId; fileId: string | null; written: number }[],
): Set<PolicyId> {
  return new Set(
    policies.filter(({ fileId, written }) => fileId !== null || written > 0).map(({ id }) => id),
  )
}
