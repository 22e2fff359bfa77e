import { and, eq } from 'drizzle-orm'
import { secondLooks } from '~db/schema'
import { lastSharedOf } from '../applications/queries.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canAskSecondLook } from '../permissions/second-look'
import { endLookAccess } from './end-look-access.server'
import { isOpenLook } from './queries.server'

/** Takes the question back: whoever it was given to does not see the application through it any more. */
export function withdrawSecondLook(ctx: Context, venueId: VenueId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await lastSharedOf(tx, actor, venueId)
    permit(canAskSecondLook(actor, venueId, application?.roundsShared ?? 0))
    if (!application) throw new Conflict(nothingOpen)
    const [look] = await tx
      .update(secondLooks)
      .set({ withdrawnAt: now })
      .where(and(eq(secondLooks.applicationId, application.id), isOpenLook()))
      .returning({ id: secondLooks.id })
    if (!look) throw new Conflict(nothingOpen)
    await endLookAccess(tx, application.id, now)
    await recordEvent(tx, {
      kind: 'application.second_look_withdrawn',
      ...{ actor, at: now, origin, venueId, applicationId: application.id },
      subjectId: look.id,
    })
  })
}

const nothingOpen = 'There is no open second look any more. It may have been answered meanwhile.'
