import { and, eq, isNull } from 'drizzle-orm'
import { staff } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { StaffId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { staffMemberFor } from './queries.server'

/**
 * Takes a person who never belonged there off the staff list, trainings included. Somebody who left
 * gets a date instead. It can be taken back, and the alias is given to nobody else.
 */
export function removeStaff(ctx: Context, venueId: VenueId, staffId: StaffId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    await staffMemberFor(tx, actor, venueId, staffId, { removed: true })
    permit(canWorkOnDrafts(actor, venueId))
    const removed = await tx
      .update(staff)
      .set({ removedAt: now })
      .where(and(eq(staff.id, staffId), isNull(staff.removedAt)))
      .returning({ id: staff.id })
    if (removed.length === 0) {
      throw new Conflict('Somebody else took this person off the list a moment ago.')
    }
    await recordEvent(tx, {
      kind: 'staff.removed',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: staffId,
    })
  })
}
