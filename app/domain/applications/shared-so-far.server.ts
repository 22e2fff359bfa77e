import type { Reader } from '~db/open.server'
import type { ApplicationId } from '../ids'
import {
  answersOfRound,
  evidenceOfRound,
  type FrozenAnswer,
  type FrozenEvidence,
  type Round,
  roundsOf,
} from './rounds.server'

export type Shared = { evidence: FrozenEvidence[]; answers: FrozenAnswer[] }

/**
 * What the program has of an application: its newest whole round, and in place of each standard what
 * an amendment shared of it since.
 */
export async function sharedSoFar(db: Reader, applicationId: ApplicationId): Promise<Shared> {
  return held(db, await roundsOf(db, applicationId))
}

/** The same as it was before a round, for what is different in it; of an amendment, its own standards alone. */
export async function sharedBefore(db: Reader, round: Round, own: Shared): Promise<Shared | null> {
  const earlier = (await roundsOf(db, round.applicationId)).filter(
    ({ number }) => number < round.number,
  )
  if (earlier.length === 0) return null
  const before = await held(db, earlier)
  return round.amendment ? ofStandards(before, standardsIn(own)) : before
}

/** `rounds` are the newest first: up to the first whole one they add to each other. */
async function held(db: Reader, rounds: readonly Round[]): Promise<Shared> {
  const whole = rounds.findIndex(({ amendment }) => !amendment)
  const all: Shared = { evidence: [], answers: [] }
  for (const { id } of whole < 0 ? rounds : rounds.slice(0, whole + 1)) {
    const round = { evidence: await evidenceOfRound(db, id), answers: await answersOfRound(db, id) }
    const newer = standardsIn(all)
    const older = new Set([...standardsIn(round)].filter((standard) => !newer.has(standard)))
    const { evidence, answers } = ofStandards(round, older)
    all.evidence.push(...evidence)
    all.answers.push(...answers)
  }
  return all
}

function standardsIn({ evidence, answers }: Shared): Set<string> {
  return new Set([...evidence, ...answers].map(({ standard }) => standard))
}

function ofStandards({ evidence, answers }: Shared, standards: ReadonlySet<string>): Shared {
  return {
    evidence: evidence.filter(({ standard }) => standards.has(standard)),
    answers: answers.filter(({ standard }) => standards.has(standard)),
  }
}
