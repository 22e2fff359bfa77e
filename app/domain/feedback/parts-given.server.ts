import { and, asc, eq, isNull } from 'drizzle-orm'
import { itemNames } from '~/words/en/feedback'
import { formatDayOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applicationAccess, people, responseParts } from '~db/schema'
import type { ApplicationId } from '../ids'

/** What somebody who writes a part was asked, and whether they handed it over. */
export type PartAsked = { id: string; askedBy: string; askedWords: string; handedOn: string }

/** The parts that other reviewers write for a letter, with what a part holds once it is handed over. */
export async function partsGiven(db: Reader, applicationId: ApplicationId, timeZone: string) {
  const rows = await db
    .select({ part: responseParts, name: people.name, title: people.title })
    .from(responseParts)
    .innerJoin(applicationAccess, eq(applicationAccess.id, responseParts.accessId))
    .innerJoin(people, eq(people.id, applicationAccess.personId))
    .where(
      and(eq(applicationAccess.applicationId, applicationId), isNull(applicationAccess.endedAt)),
    )
    .orderBy(asc(applicationAccess.at))
  return rows.map(({ part: { accessId, draft, handedAt }, ...person }) => ({
    id: accessId,
    by: addressed(person),
    handedOn: handedAt ? formatDayOf(handedAt, timeZone) : '',
    /** Nobody but their author reads them before. */
    items: handedAt
      ? draft.items.map(({ key, kind, standard, words }) => {
          return { key, name: itemNames[kind], standard, words }
        })
      : [],
  }))
}
