import { asc, lte, sql } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { venueChanges, venueStandings } from '~db/schema'
import type { Day } from '../dates'
import type { VenueId } from '../ids'

/** Venues that something happened with, in no order: all have their turn in a round. Then those that a new day changes. */
export async function waitingToBeCounted(db: Reader, today: Day, most: number): Promise<VenueId[]> {
  const marked = await db.select({ venueId: venueChanges.venueId }).from(venueChanges).limit(most)
  if (marked.length > 0) return marked.map(({ venueId }) => venueId)
  const dated = await db
    .select({ venueId: venueStandings.venueId })
    .from(venueStandings)
    .where(lte(venueStandings.changesOn, today))
    .orderBy(asc(venueStandings.changesOn))
    .limit(most)
  return dated.map(({ venueId }) => venueId)
}

/** Marks venues that take part and were not counted in full yet, such as those from before there was a count. */
export async function markUncounted(tx: Tx, now: Date): Promise<void> {
  await tx
    .insert(venueChanges)
    .select(
      sql`select venue_id, ${now.getTime()} from (
        select venue_id from applications union select venue_id from invitations
        union select venue_id from join_requests
        union select venue_id from memberships where venue_id is not null)
        where venue_id not in (select venue_id from venue_standings where standing is not null)`,
    )
    .onConflictDoNothing()
}
