import { eq } from 'drizzle-orm'
import { policies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { todayIn } from '../standards/program.server'
import { policyOfVenue } from './queries.server'

/** Notes that the venue read a policy today and found it still true. Its text stays as it is. */
export function confirmPolicy(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    await policyOfVenue(tx, actor, venueId, policyId)
    permit(canWorkOnDrafts(actor, venueId))
    const reviewedOn = await todayIn(tx, now)
    await tx.update(policies).set({ reviewedOn }).where(eq(policies.id, policyId))
    await recordEvent(tx, {
      kind: 'policy.reviewed',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: policyId,
      facts: { reviewedOn },
    })
  })
}
