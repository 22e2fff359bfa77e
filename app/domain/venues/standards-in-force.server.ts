import { desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applications } from '~db/schema'
import { openStates } from '~db/vocabulary'
import type { VenueId } from '../ids'
import { currentStandardSet, standardSetOf } from '../standards/program.server'
import type { StandardSet } from '../standards/standard-set'

/**
 * The standards that a venue works with: those of its open application, else of its newest; before it
 * began one, those in force for new ones. The caller has asked whose venue it is.
 */
export async function standardsForVenue(db: Reader, venueId: VenueId): Promise<StandardSet> {
  const [own] = await db
    .select({ standardSetId: applications.standardSetId })
    .from(applications)
    .where(eq(applications.venueId, venueId))
    .orderBy(
      desc(inArray(applications.state, [...openStates])),
      desc(applications.startedAt),
      desc(applications.id),
    )
    .limit(1)
  return own ? standardSetOf(db, own.standardSetId) : currentStandardSet(db)
}
