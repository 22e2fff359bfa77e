import { and, eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { applications } from '~db/schema'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import { todayIn } from '../standards/program.server'
import { applicationOfVenue } from './queries.server'

/** Why a venue pauses, for its own team, and the day on which it wants to be asked again. Both may be left out. */
export type PauseNote = { words: string; askAgainOn: Day | null }

/** Changes or removes the note of a pause. A new day is asked about anew, once; the same day is not asked twice. */
export function changePause(ctx: Context, venueId: VenueId, note: PauseNote): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await applicationOfVenue(tx, actor, venueId)
    if (!application) throw new NotFound()
    permit(canSpeakForVenue(actor, venueId))
    const sameDay = note.askAgainOn !== null && note.askAgainOn === application.askAgainOn
    const words = { pauseWords: note.words || null }
    const changes = sameDay ? words : { ...(await keptNote(tx, note, now)), askedAgainAt: null }
    const changed = await tx
      .update(applications)
      .set(changes)
      .where(and(eq(applications.id, application.id), eq(applications.state, 'paused')))
      .returning({ id: applications.id })
    if (changed.length === 0) {
      throw new Conflict('Your application is not paused any more. Here is where it stands now.')
    }
    await recordEvent(tx, {
      ...{ kind: 'application.pause_changed', actor, at: now, origin, venueId },
      applicationId: application.id,
      text: JSON.stringify(note),
    })
  })
}

/** A note as it is kept. The day lies ahead: nobody asks to be asked today. */
export async function keptNote(tx: Tx, { words, askAgainOn }: PauseNote, now: Date) {
  if (askAgainOn && askAgainOn <= (await todayIn(tx, now))) {
    throw new Invalid({ askAgainOn: 'Choose a day after today, or leave it empty.' })
  }
  return { pauseWords: words || null, askAgainOn }
}
