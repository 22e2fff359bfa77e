import type { Context } from '../context'
import type { PolicyId, VenueId } from '../ids'
import { changedMeanwhile, changePolicy } from './change-policy.server'

type NewName = { title: string; was: string }

/** Gives a policy another name, from the one that its writer saw. What was shared keeps the name it was shared under. */
export function renamePolicy(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  { title, was }: NewName,
): Promise<void> {
  const edited = { editedBy: ctx.actor.person.id, editedAt: ctx.now }
  return changePolicy(ctx, venueId, policyId, async (policy, tx) => {
    if (policy.title === title) return null
    if (policy.title !== was) {
      throw await changedMeanwhile(tx, ctx, policy, { words: policy.title, was: policy.title })
    }
    return { set: { title, ...edited }, kind: 'policy.renamed' }
  })
}
