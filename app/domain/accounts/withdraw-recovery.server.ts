import { and, eq, gt, isNull } from 'drizzle-orm'
import { staffSetups } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { PersonId } from '../ids'
import { permit } from '../permissions/permission'
import { canRecoverStaff } from '../permissions/staff'
import { personToChange } from './program-person.server'

/** Takes the open link of a recovery back. The old ways in stay closed: a new recovery makes a new link. */
export function withdrawRecovery(ctx: Context, personId: PersonId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canRecoverStaff(actor, personId))
    await personToChange(tx, ctx, personId)
    const taken = await tx
      .update(staffSetups)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(staffSetups.personId, personId),
          eq(staffSetups.recovery, true),
          isNull(staffSetups.usedAt),
          isNull(staffSetups.withdrawnAt),
          gt(staffSetups.expiresAt, now),
        ),
      )
      .returning({ token: staffSetups.tokenHash })
    if (taken.length === 0) {
      throw new Conflict(
        'There is no open link any more. It was used, has run out, or was taken back.',
      )
    }
    await recordEvent(tx, {
      kind: 'staff.recovery_withdrawn',
      ...{ actor, at: now, origin, subjectId: personId },
    })
  })
}
