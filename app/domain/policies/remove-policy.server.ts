import type { Context } from '../context'
import type { PolicyId, VenueId } from '../ids'
import { changePolicy } from './change-policy.server'

/** Takes a policy out of sight. What was shared of it before stays as it was shared; it can be put back. */
export function removePolicy(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  return changePolicy(ctx, venueId, policyId, () => ({
    set: { removedAt: ctx.now },
    kind: 'policy.removed',
  }))
}

/** Puts a removed policy back, with everything that pointed to it. Put back twice, it is simply there. */
export function restorePolicy(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  const removed = true
  return changePolicy(
    ctx,
    venueId,
    policyId,
    (policy) => policy.removedAt && { set: { removedAt: null }, kind: 'policy.restored' },
    { removed },
  )
}
