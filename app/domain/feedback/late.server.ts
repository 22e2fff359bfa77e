import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { events } from '~db/schema'
import type { ApplicationId } from '../ids'
import { type MovedOn, moves } from './late'

/** How an application moved on after a letter, the earliest first. The caller has read it through its scope. */
export async function movesSince(
  db: Reader,
  applicationId: ApplicationId,
  sentAt: Date,
): Promise<MovedOn[]> {
  const rows = await db
    .select({ kind: events.kind, at: events.at })
    .from(events)
    .where(
      and(
        eq(events.applicationId, applicationId),
        gt(events.at, sentAt),
        inArray(events.kind, [...moves]),
      ),
    )
    .orderBy(asc(events.at), asc(events.sequence))
  return rows as MovedOn[]
}
