import type { Context } from '../context'
import type { VenueId } from '../ids'
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
