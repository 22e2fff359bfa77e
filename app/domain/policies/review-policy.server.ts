import { eq } from 'drizzle-orm'
import { policies } from '~db/schema'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { policyOfVenue } from './queries.server'

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
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    await policyOfVenue(tx, actor, venueId, policyId)
    permit(canWorkOnDrafts(actor, venueId))
    await tx
      .update(policies)
      .set({ ...review, editedBy: actor.person.id, editedAt: now })
      .where(eq(policies.id, policyId))
    await recordEvent(tx, {
      kind: 'policy.reviewed',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: policyId,
      facts: { ...review },
    })
  })
}
