import type { Context } from '../context'
import type { PolicyId, VenueId } from '../ids'
import { todayIn } from '../standards/program.server'
import { changePolicy } from './change-policy.server'

/** Notes that the venue read a policy today and found it still true. Its text stays as it is. */
export function confirmPolicy(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  return changePolicy(ctx, venueId, policyId, async (_, tx) => {
    const reviewedOn = await todayIn(tx, ctx.now)
    return { set: { reviewedOn }, kind: 'policy.reviewed', facts: { reviewedOn } }
  })
}
