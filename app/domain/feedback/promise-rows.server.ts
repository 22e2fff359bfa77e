import { and, eq, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applicationAccess, applications, responseItems, responses, venues } from '~db/schema'
import { accessOf, onDeskOf } from '../applications/desk-scope.server'
import type { Actor } from '../context'
import type { Day } from '../dates'
import { NotFound } from '../errors'
import type { ItemId } from '../ids'
import { canKeepPromises } from '../permissions/desk'
import { permit } from '../permissions/permission'

/** The day by which help was offered: the one that the venue agreed to, or the one proposed. */
export const due = sql<Day>`coalesce(${responseItems.agreedOn}, ${responseItems.proposedOn})`

/** One promise of the actor's own; anybody else's is absent. */
export async function promiseFor(db: Reader, actor: Actor, itemId: ItemId) {
  permit(canKeepPromises(actor))
  const [row] = await promises(db, actor).where(
    and(offeredBy(db, actor), eq(responseItems.id, itemId)),
  )
  if (!row) throw new NotFound()
  return row
}

export function promises(db: Reader, actor: Actor) {
  return db
    .select({
      id: responseItems.id,
      help: responseItems.help,
      words: responseItems.words,
      answer: responseItems.answer,
      due,
      givenAt: responseItems.helpGivenAt,
      responseId: responses.id,
      applicationId: applications.id,
      venue: venues.name,
    })
    .from(responseItems)
    .innerJoin(responses, eq(responses.id, responseItems.responseId))
    .innerJoin(applications, eq(applications.id, responses.applicationId))
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(applicationAccess, accessOf(actor))
    .$dynamic()
}

/** Sent by them, with help in it, and about something that still stands on their desk. */
export function offeredBy(db: Reader, actor: Actor): SQL | undefined {
  return and(
    eq(responses.authorId, actor.person.id),
    isNotNull(responses.sentAt),
    eq(responseItems.kind, 'next_step'),
    ne(responseItems.help, ''),
    onDeskOf(db, actor),
  )
}

/** Not given, not turned down, and still wanted. */
export const isOpen = and(
  isNull(responseItems.helpGivenAt),
  sql`coalesce(${responseItems.answer}, '') not in ('already_done', 'declined')`,
  ne(applications.state, 'stepped_away'),
) as SQL
