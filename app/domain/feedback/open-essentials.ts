import type { FrozenAnswer, FrozenEvidence } from '../applications/rounds.server'
import { type EvidenceGiven, isStillOpen, standingOf } from '../applications/standing'
import type { Day } from '../dates'
import { isEssential, type Standard, type StandardSet } from '../standards/standard-set'

/** What a round holds, as far as readiness asks. */
export type RoundGiven = {
  answers: readonly Pick<FrozenAnswer, 'standard' | 'stance'>[]
  evidence: readonly Pick<
    FrozenEvidence,
    'standard' | 'kind' | 'happenedOn' | 'facts' | 'coverage'
  >[]
  profile: { securityStaff: boolean | null }
  /** The other ways that a liaison accepted in writing. */
  accepted: ReadonlySet<string>
}

/**
 * The essentials that keep an application from being ready, judged on what was shared: those with
 * neither evidence, nor "not applicable because", nor an alternative that was accepted in writing.
 */
export function openEssentials(set: StandardSet, given: RoundGiven, today: Day): Standard[] {
  return openOf(set.standards.filter(isEssential), given, today)
}

/** Those of some standards that a round leaves open, by the same rule. */
export function openOf(standards: Standard[], given: RoundGiven, today: Day): Standard[] {
  return standards.filter((standard) => {
    const { code } = standard
    const alternativeAccepted = given.accepted.has(code)
    const { standing } = standingOf(
      standard,
      {
        stance: given.answers.find((answer) => answer.standard === code)?.stance ?? 'with_evidence',
        evidence: given.evidence.filter((row) => row.standard === code).map(asGiven),
        alternativeAccepted,
        profile: given.profile,
      },
      today,
    )
    return isStillOpen(standing, { alternativeAccepted })
  })
}

/** A coverage figure goes along only when somebody is on the staff list. */
function asGiven(row: RoundGiven['evidence'][number]): EvidenceGiven {
  const { kind, happenedOn, facts, coverage } = row
  if (!coverage) return { kind, happenedOn, facts }
  return {
    kind,
    happenedOn,
    facts,
    coverage: { met: coverage.met, trained: coverage.trained, listed: 1 },
  }
}
