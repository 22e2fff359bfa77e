import type { Tx } from '~db/open.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import type { EventKind } from '../events'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import type { Move } from './application'
import { keptNote, type PauseNote } from './change-pause.server'
import { type Changes, moveApplication } from './move-application.server'
import { type Application, applicationOfVenue } from './queries.server'

type Pause = PauseNote & { counsel: boolean }

/**
 * Pauses the application at the venue's request, or while its counsel or insurer reads. No mark is
 * left: why it paused stays with its team, and is asked of nobody.
 */
export function pauseApplication(
  ctx: Context,
  venueId: VenueId,
  { counsel, ...note }: Pause,
): Promise<void> {
  return moveByVenue(ctx, venueId, async (_, tx) => {
    const changes = await keptNote(tx, note, ctx.now)
    const facts = { counsel }
    return { move: 'pause', kind: 'application.paused', facts, changes, text: note.words }
  })
}

type OwnMove = {
  move: Move
  kind: EventKind
  facts?: Record<string, boolean>
  changes?: Changes
  text?: string
}

/** A move that is the venue's own to make, by somebody who speaks for it, from where the application stands. */
export function moveByVenue(
  ctx: Context,
  venueId: VenueId,
  ownMove: (application: Application, tx: Tx) => OwnMove | Promise<OwnMove>,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await applicationOfVenue(tx, actor, venueId)
    if (!application) throw new NotFound()
    permit(canSpeakForVenue(actor, venueId))
    const { move, kind, facts = {}, changes, text } = await ownMove(application, tx)
    const state = await moveApplication(tx, application, move, now, changes)
    const applicationId = application.id
    await recordEvent(tx, {
      ...{ kind, actor, at: now, origin, venueId, applicationId, facts, text },
      before: { state: application.state },
      after: { state },
    })
  })
}
