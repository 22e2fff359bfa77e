import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { applications, removals } from '~db/schema'
import { openStates } from '~db/vocabulary'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { eraseUnshared } from './erase-venue.server'
import { leavingRule } from './leaving.server'

/**
 * Removes what venues that left never shared, once the days to change their mind are over: listed on
 * the day they left, and never before. A venue that has begun again keeps everything. `forget` removes
 * the bytes of a file, after the rows are gone. Answers how many venues it was.
 */
export async function removeLeftVenues(
  db: Database,
  now: Date,
  forget: (fileKey: string) => Promise<void>,
): Promise<number> {
  const due = await db
    .select({ id: removals.id, venueId: removals.subjectId })
    .from(removals)
    .where(
      and(
        eq(removals.rule, leavingRule),
        isNull(removals.removedAt),
        isNull(removals.keptAt),
        lte(removals.removeAfter, now),
      ),
    )
    .orderBy(asc(removals.removeAfter))
    .limit(100)
  let removed = 0
  for (const { id, venueId } of due) {
    const keys = await removeOne(db, id, venueId as VenueId, now)
    if (!keys) continue
    removed += 1
    for (const key of keys) await forget(key)
  }
  return removed
}

async function removeOne(
  db: Database,
  id: (typeof removals.$inferSelect)['id'],
  venueId: VenueId,
  now: Date,
): Promise<string[] | null> {
  return db.transaction(async (tx) => {
    const states = await tx
      .select({ state: applications.state })
      .from(applications)
      .where(eq(applications.venueId, venueId))
    const begunAgain = states.some(({ state }) => (openStates as readonly string[]).includes(state))
    if (begunAgain) {
      await tx.delete(removals).where(eq(removals.id, id))
      return null
    }
    const keys = await eraseUnshared(tx, venueId, now)
    await tx.update(removals).set({ removedAt: now }).where(eq(removals.id, id))
    const facts = { rule: leavingRule, files: keys.length }
    const about = { actor: null, at: now, origin: null, venueId, subjectId: id, facts }
    await recordEvent(tx, { kind: 'retention.removed', ...about })
    return keys
  })
}
