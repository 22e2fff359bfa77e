import { and, eq, isNotNull } from 'drizzle-orm'
import { staff } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { StaffId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { staffMemberFor } from './queries.server'

/** Puts a removed person back on the staff list, with their trainings. Put back twice, they are simply there. */
export function restoreStaff(ctx: Context, venueId: VenueId, staffId: StaffId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    await staffMemberFor(tx, actor, venueId, staffId, { removed: true })
    permit(canWorkOnDrafts(actor, venueId))
    const restored = await tx
      .update(staff)
      .set({ removedAt: null })
      .where(and(eq(staff.id, staffId), isNotNull(staff.removedAt)))
      .returning({ id: staff.id })
    if (restored.length === 0) return
    await recordEvent(tx, {
      kind: 'staff.restored',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: staffId,
    })
  })
}
