import type { Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import type { EventKind } from '../events'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import type { Move } from './application'
import { moveApplication } from './move-application.server'
import { type Application, applicationOfVenue } from './queries.server'

/** Pauses the application at the venue's request, or while its counsel or insurer reads. No mark is left. */
export function pauseApplication(
  ctx: Context,
  venueId: VenueId,
  { counsel }: { counsel: boolean },
): Promise<void> {
  const facts = { counsel }
  return moveByVenue(ctx, venueId, () => ({ move: 'pause', kind: 'application.paused', facts }))
}

type OwnMove = { move: Move; kind: EventKind; facts?: Record<string, boolean> }

/** A move that is the venue's own to make, by somebody who speaks for it, from where the application stands. */
export function moveByVenue(
  ctx: Context,
  venueId: VenueId,
  ownMove: (application: Application) => OwnMove,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await applicationOfVenue(tx, actor, venueId)
    if (!application) throw new NotFound()
    permit(canSpeakForVenue(actor, venueId))
    const { move, kind, facts = {} } = ownMove(application)
    const state = await moveApplication(tx, application, move, now)
    const applicationId = application.id
    await recordEvent(tx, {
      ...{ kind, actor, at: now, origin, venueId, applicationId, facts },
      before: { state: application.state },
      after: { state },
    })
  })
}
