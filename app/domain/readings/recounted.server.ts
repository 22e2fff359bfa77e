import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { readings, staff } from '~db/schema'
import type { Context } from '../context'
import { addDays, dayOf } from '../dates'
import type { VenueId } from '../ids'
import { programOf } from '../standards/program.server'
import { countSignatures } from './count-signatures.server'

/**
 * Changes a venue's staff list and counts the signatures of its team anew, in one transaction: whoever
 * has left is out of that figure at the same moment as out of every other.
 */
export function recounted<Result>(
  { db, now }: Pick<Context, 'db' | 'now'>,
  venueId: VenueId,
  change: () => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const result = await change()
    await countSignatures(tx, venueId, now)
    return result
  })
}

/** The same once a list is imported: a long one is read before its own transaction begins. */
export function recountSignatures(
  { db, now }: Pick<Context, 'db' | 'now'>,
  venueId: VenueId,
): Promise<void> {
  return db.transaction((tx) => countSignatures(tx, venueId, now))
}

/**
 * Counts anew where somebody's first days are over: from then on they are among those who are asked. For
 * the clock, which may do it twice.
 */
export async function recountAfterFirstDays(db: Database, now: Date): Promise<number> {
  const { settings, timeZone } = await programOf(db)
  const over = addDays(dayOf(now, timeZone), -settings.newHireDays)
  const venues = await db
    .selectDistinct({ id: readings.venueId })
    .from(readings)
    .innerJoin(staff, eq(staff.venueId, readings.venueId))
    .where(and(isNull(staff.removedAt), inArray(staff.startedOn, [over, addDays(over, -1)])))
  for (const { id } of venues) await recountSignatures({ db, now }, id)
  return venues.length
}
