import { and, desc, eq } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { noteWords } from '~/words/en/notes'
import type { Reader } from '~db/open.server'
import { applicationNotes, districts, people } from '~db/schema'
import { type Application, applicationFor } from '../applications/queries.server'
import type { Actor, Reading } from '../context'
import { NotFound, NotPermitted } from '../errors'
import type { ApplicationId, NoteId } from '../ids'
import { canKeepNotes } from '../permissions/application'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'

/** The notes of an application, the newest first, and who reads them; null for everybody else. */
export async function notesOn({ db, actor }: Reading, applicationId: ApplicationId) {
  const application = await applicationFor(db, actor, applicationId)
  if (!canKeepNotes(actor, application).allowed) return null
  const { timeZone } = await programOf(db)
  const notes = await notesWhere(db, eq(applicationNotes.applicationId, applicationId))
  return {
    district: await districtOf(db, application),
    notes: notes.map(({ id, personId, words, at, ...author }) => ({
      id,
      who: addressed(author),
      when: formatMoment(at, timeZone),
      words,
      own: personId === actor.person.id,
    })),
  }
}

/** The page that takes a note where its box said no. */
export async function notePage({ db, actor }: Reading, applicationId: ApplicationId) {
  const application = await applicationFor(db, actor, applicationId)
  permit(canKeepNotes(actor, application))
  return {
    applicationId,
    venue: application.venueName,
    district: await districtOf(db, application),
  }
}

/** A note of one's own, which one can take back. A colleague's is theirs to take back. */
export async function ownNote(
  db: Reader,
  actor: Actor,
  applicationId: ApplicationId,
  noteId: NoteId,
): Promise<{ application: Application; words: string }> {
  const application = await applicationFor(db, actor, applicationId)
  permit(canKeepNotes(actor, application))
  const [note] = await notesWhere(
    db,
    and(eq(applicationNotes.id, noteId), eq(applicationNotes.applicationId, applicationId)),
  )
  if (!note) throw new NotFound()
  if (note.personId !== actor.person.id) throw new NotPermitted(noteWords.own)
  return { application, words: note.words }
}

function notesWhere(db: Reader, condition: ReturnType<typeof and>) {
  return db
    .select({
      id: applicationNotes.id,
      personId: applicationNotes.personId,
      words: applicationNotes.words,
      at: applicationNotes.at,
      name: people.name,
      title: people.title,
    })
    .from(applicationNotes)
    .innerJoin(people, eq(people.id, applicationNotes.personId))
    .where(condition)
    .orderBy(desc(applicationNotes.at), desc(applicationNotes.id))
}

async function districtOf(db: Reader, { districtId }: Application): Promise<string> {
  if (!districtId) return ''
  const [district] = await db
    .select({ name: districts.name })
    .from(districts)
    .where(eq(districts.id, districtId))
  return district?.name ?? ''
}
