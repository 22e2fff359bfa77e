import type { Context } from '../context'
import type { Day } from '../dates'
import type { PolicyId, VenueId } from '../ids'
import { changePolicy } from './change-policy.server'

export type PolicyReview = {
  reviewOn: Day | null
  reviewedByCounsel: boolean
  /** When they read it, where the venue noted it. */
  counselOn?: Day | null
}

/** Notes when the venue looks at a policy again, and whether its counsel or insurer has read it. */
export function reviewPolicy(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  review: PolicyReview,
): Promise<void> {
  const edited = { editedBy: ctx.actor.person.id, editedAt: ctx.now }
  return changePolicy(ctx, venueId, policyId, () => ({
    set: { ...review, ...edited },
    kind: 'policy.reviewed',
    facts: { ...review },
  }))
}
