import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { readings, staff } from '~db/schema'
import type { Context } from '../context'
import { addDays, dayOf } from '../dates'
import type { VenueId } from '../ids'
import { hasThreads, inThread, type ThreadTask } from '../in-thread.server'
import { programOf } from '../standards/program.server'
import { haveLongTeams } from '../training/long-teams.server'
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

export type SignaturesTask = ThreadTask & { venueId: VenueId; now: Date }

/**
 * The same once a list is imported, which is read before its own transaction begins. A long team is
 * counted in a thread of its own: on this one all pages would wait for it.
 */
export async function recountSignatures(
  { db, now }: Pick<Context, 'db' | 'now'>,
  venueId: VenueId,
): Promise<void> {
  if (hasThreads && (await haveLongTeams(db, [venueId]))) {
    const task: SignaturesTask = { file: db.file, venueId, now }
    return inThread('signatures-thread', task)
  }
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
