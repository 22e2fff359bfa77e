import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { removals } from '~db/schema'
import type { Reading } from '../context'
import type { Day } from '../dates'
import { NotFound } from '../errors'
import type { RemovalId, VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { programOf } from '../standards/program.server'
import { lastDayOf } from './notice'

/** The retention rule under which the papers of a venue that left are removed. */
export const leavingRule = 'venue-left'

export type Leaving = { removalId: RemovalId; until: Day; isOver: boolean }

/** Until which day a venue that left can change its mind, for its own people; null where it did not leave. */
export async function leavingOf(
  { db, actor, now }: Pick<Reading, 'db' | 'actor' | 'now'>,
  venueId: VenueId,
): Promise<Leaving | null> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const removal = await listedRemoval(db, venueId)
  if (!removal) return null
  const { timeZone } = await programOf(db)
  const { id, removeAfter } = removal
  return { removalId: id, until: lastDayOf(removeAfter, timeZone), isOver: removeAfter <= now }
}

async function listedRemoval(db: Reader, venueId: VenueId) {
  const [row] = await db
    .select()
    .from(removals)
    .where(
      and(
        eq(removals.rule, leavingRule),
        eq(removals.subjectId, venueId),
        isNull(removals.removedAt),
      ),
    )
  return row
}
