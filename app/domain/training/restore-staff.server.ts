import { and, eq, isNotNull } from 'drizzle-orm'
import { staff } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { StaffId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { staffMemberFor } from './queries.server'
import { nameRemoved } from './removed-name'

/** Puts a removed person back on the staff list, with their trainings. Put back twice, they are simply there. */
export function restoreStaff(ctx: Context, venueId: VenueId, staffId: StaffId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { name } = await staffMemberFor(tx, actor, venueId, staffId, { removed: true })
    permit(canWorkOnDrafts(actor, venueId))
    if (name === nameRemoved) {
      throw new Conflict(
        'The name and the trainings of this person were removed for good. Please add them to the list anew.',
      )
    }
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
