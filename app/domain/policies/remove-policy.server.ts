import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { policies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { PolicyId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { policyOfVenue } from './queries.server'

/** Takes a policy out of sight. What was shared of it before stays as it was shared; it can be put back. */
export function removePolicy(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    await policyOfVenue(tx, actor, venueId, policyId)
    permit(canWorkOnDrafts(actor, venueId))
    const removed = await tx
      .update(policies)
      .set({ removedAt: now })
      .where(and(eq(policies.id, policyId), isNull(policies.removedAt)))
      .returning({ id: policies.id })
    if (removed.length === 0) throw new Conflict('Somebody else removed this policy a moment ago.')
    await recordEvent(tx, {
      kind: 'policy.removed',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: policyId,
    })
  })
}

/** Puts a removed policy back, with everything that pointed to it. Put back twice, it is simply there. */
export function restorePolicy(ctx: Context, venueId: VenueId, policyId: PolicyId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    await policyOfVenue(tx, actor, venueId, policyId, { removed: true })
    permit(canWorkOnDrafts(actor, venueId))
    const restored = await tx
      .update(policies)
      .set({ removedAt: null })
      .where(and(eq(policies.id, policyId), isNotNull(policies.removedAt)))
      .returning({ id: policies.id })
    if (restored.length === 0) return
    await recordEvent(tx, {
      kind: 'policy.restored',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: policyId,
    })
  })
}
