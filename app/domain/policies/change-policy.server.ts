import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { policies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { type Happening, recordEvent } from '../events.server'
import type { PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { type Policy, policyOfVenue } from './queries.server'

type Change = { set: Partial<Policy>; kind: Happening['kind']; facts?: Happening['facts'] }

/**
 * One change to a policy by the venue's own people, with its line in the record. `decide` sees the policy
 * inside the transaction; null changes nothing.
 */
export function changePolicy(
  ctx: Context,
  venueId: VenueId,
  policyId: PolicyId,
  decide: (policy: Policy, tx: Tx) => Promise<Change | null> | Change | null,
  { removed = false } = {},
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const policy = await policyOfVenue(tx, actor, venueId, policyId, { removed })
    permit(canWorkOnDrafts(actor, venueId))
    const change = await decide(policy, tx)
    if (!change) return
    const { set, ...what } = change
    await tx.update(policies).set(set).where(eq(policies.id, policyId))
    await recordEvent(tx, { ...what, actor, at: now, origin, venueId, subjectId: policyId })
  })
}
