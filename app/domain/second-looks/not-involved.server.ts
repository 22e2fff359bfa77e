import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applicationAccess, assignments, events, responses } from '~db/schema'
import type { Application } from '../applications/queries.server'
import type { EventKind } from '../events'
import { type Colleague, staffBut, teamOf } from '../feedback/colleagues.server'
import type { ApplicationId, PersonId } from '../ids'

/** What makes somebody a part of how an application was answered. */
const partOfIt: EventKind[] = [
  'response.started',
  'response.sent',
  'response.reader_asked',
  'response.handed_back',
  'response.replied',
  'note.written',
  'certificate.issued',
]

/**
 * Who can take a second look: every liaison and coordinator, of any district, who had no part in this
 * application. Out are its liaisons of now and before, whoever wrote to the venue, read along, stepped back or took an
 * earlier second look, and the venue's own people.
 */
export async function whoWasNotInvolved(
  db: Reader,
  { id, venueId, liaisonId }: Application,
): Promise<Colleague[]> {
  const involved = [
    ...(liaisonId ? [liaisonId] : []),
    ...(await teamOf(db, venueId)),
    ...(await handsOnceOf(db, id)),
    ...(await writersOf(db, id)),
    ...(await guestsEver(db, id)),
  ]
  return staffBut(db, new Set(involved))
}

/** In whose hands it ever came. */
async function handsOnceOf(db: Reader, id: ApplicationId): Promise<PersonId[]> {
  const rows = await db
    .selectDistinct({ personId: assignments.toId })
    .from(assignments)
    .where(eq(assignments.applicationId, id))
  return rows.flatMap(({ personId }) => personId ?? [])
}

async function writersOf(db: Reader, id: ApplicationId): Promise<PersonId[]> {
  const authors = await db
    .selectDistinct({ personId: responses.authorId })
    .from(responses)
    .where(eq(responses.applicationId, id))
  const doers = await db
    .selectDistinct({ personId: events.personId })
    .from(events)
    .where(and(eq(events.applicationId, id), inArray(events.kind, partOfIt)))
  return [...authors, ...doers].flatMap(({ personId }) => personId ?? [])
}

async function guestsEver(db: Reader, id: ApplicationId): Promise<PersonId[]> {
  const rows = await db
    .selectDistinct({ personId: applicationAccess.personId })
    .from(applicationAccess)
    .where(eq(applicationAccess.applicationId, id))
  return rows.map(({ personId }) => personId)
}
