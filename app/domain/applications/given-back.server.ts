import { and, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { certificates, events } from '~db/schema'
import type { Day } from '../dates'
import type { ApplicationId } from '../ids'

/**
 * When a venue gave back the certificate of an application, and why if it said so: for the venue and
 * for the program's own eyes. Null where it did not.
 */
export async function givenBack(
  db: Reader,
  applicationId: ApplicationId,
): Promise<{ on: Day; reason: string | null } | null> {
  const [row] = await db
    .select({ on: certificates.endedOn, reason: certificates.endedReason })
    .from(events)
    .innerJoin(certificates, eq(certificates.id, events.subjectId))
    .where(
      and(
        eq(events.applicationId, applicationId),
        eq(events.kind, 'certificate.given_back'),
        isNotNull(certificates.endedOn),
      ),
    )
    .limit(1)
  return row?.on ? { on: row.on, reason: row.reason } : null
}
