import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { certificates, events, responses } from '~db/schema'
import type { Day } from '../dates'
import type { ApplicationId, VenueId } from '../ids'

/** The letters of an application, the newest first. */
export function lettersOf(db: Reader, applicationId: ApplicationId) {
  return db
    .select({ id: responses.id, sentAt: responses.sentAt })
    .from(responses)
    .where(and(eq(responses.applicationId, applicationId), isNotNull(responses.sentAt)))
    .orderBy(desc(responses.sentAt))
}

/** The last day of the venue’s newest certificate, as printed. */
export async function accreditedUntil(db: Reader, venueId: VenueId): Promise<Day | null> {
  const [row] = await db
    .select({ expiresOn: certificates.expiresOn })
    .from(certificates)
    .where(eq(certificates.venueId, venueId))
    .orderBy(desc(certificates.issuedAt))
    .limit(1)
  return row?.expiresOn ?? null
}

/** Whether the venue said, when it paused, that its counsel or insurer is reading. */
export async function pausedForCounsel(db: Reader, applicationId: ApplicationId): Promise<boolean> {
  const [row] = await db
    .select({ facts: events.facts })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.kind, 'application.paused')))
    .orderBy(desc(events.at))
    .limit(1)
  return row?.facts.counsel === true
}
