import { eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applications } from '~db/schema'
import type { Ruler } from '~db/schema/applications'
import type { Reading } from '../context'
import type { ApplicationId, VenueId } from '../ids'
import { applicationOfVenue } from './queries.server'

/** The ruler of an application, for its own people alone. The caller has read the application as theirs. */
export async function rulerOf(db: Reader, id: ApplicationId): Promise<Ruler | null> {
  const [row] = await db
    .select({ ruler: applications.ruler })
    .from(applications)
    .where(eq(applications.id, id))
  return row?.ruler ?? null
}

/** What the two scales of a venue hold, for its own people. */
export async function rulerPageOf({ db, actor }: Reading, venueId: VenueId) {
  const application = await applicationOfVenue(db, actor, venueId)
  const ruler = application && (await rulerOf(db, application.id))
  const text = (number: number | null | undefined) => (number == null ? '' : String(number))
  return {
    started: application !== null,
    values: { importance: text(ruler?.importance), confidence: text(ruler?.confidence) },
  }
}
