import { eq } from 'drizzle-orm'
import { applicationNotes } from '~db/schema'
import { applicationFor } from '../applications/queries.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { type ApplicationId, type NoteId, newId } from '../ids'
import { canKeepNotes } from '../permissions/application'
import { permit } from '../permissions/permission'
import { ownNote } from './notes.server'

/** Keeps a note among the staff about an application. Nobody gets a mail, and the venue is told nothing. */
export function writeNote(
  ctx: Context,
  applicationId: ApplicationId,
  words: string,
): Promise<NoteId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await applicationFor(tx, actor, applicationId)
    permit(canKeepNotes(actor, application))
    const id = newId('nte')
    const personId = actor.person.id
    await tx.insert(applicationNotes).values({ id, applicationId, personId, words, at: now })
    await recordEvent(tx, {
      kind: 'note.written',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId },
      subjectId: id,
      text: words,
    })
    return id
  })
}

/** Takes a note of one's own back: its words are gone for good. */
export function takeNoteBack(
  ctx: Context,
  applicationId: ApplicationId,
  noteId: NoteId,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application } = await ownNote(tx, actor, applicationId, noteId)
    await tx.delete(applicationNotes).where(eq(applicationNotes.id, noteId))
    await recordEvent(tx, {
      kind: 'note.removed',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId },
      subjectId: noteId,
    })
  })
}
