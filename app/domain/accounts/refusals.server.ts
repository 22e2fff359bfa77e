import { and, eq, gt } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { events } from '~db/schema'

/** What was typed wrong and how often, of late: the event log counts, so that a restart forgets nothing. */
export async function refusedOfLate(
  db: Reader,
  kind: 'staff.password_refused' | 'staff.code_refused',
  subjectId: string,
  since: Date,
): Promise<number> {
  return db.$count(
    events,
    and(eq(events.kind, kind), gt(events.at, since), eq(events.subjectId, subjectId)),
  )
}
