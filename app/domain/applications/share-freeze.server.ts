import type { Tx } from '~db/open.server'
import { roundAnswers, roundEvidence } from '~db/schema'
import { newId, type RoundId } from '../ids'
import { freezePolicy } from '../policies/freeze-policy.server'
import { answersAlong, piecesAlong, type ShareDay } from './share-pieces'
import type { GoesAlong } from './share-selection'

/**
 * Freezes what goes along into a round: policies as they read now, figures as they stand today with
 * aliases in place of names. Returns the whole as text, for its digest.
 */
export async function freezeRound(
  tx: Tx,
  roundId: RoundId,
  standards: readonly GoesAlong[],
  { now, ...day }: ShareDay & { now: Date },
): Promise<string> {
  const frozen: (typeof roundEvidence.$inferInsert)[] = []
  for (const { policyId, ...piece } of piecesAlong(standards, day)) {
    const policyVersionId = policyId ? await freezePolicy(tx, policyId, now) : null
    frozen.push({ ...piece, id: newId('rev'), roundId, policyVersionId })
  }
  const answered = answersAlong(standards).map((answer) => ({ ...answer, roundId }))
  if (frozen.length > 0) await tx.insert(roundEvidence).values(frozen)
  if (answered.length > 0) await tx.insert(roundAnswers).values(answered)
  return JSON.stringify({ answered, frozen })
}
