import { eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { toneCounts } from '~db/schema'
import type { PersonId } from '../ids'

export type ToneCounts = { taken: number; left: number }

/** How many of the tone helper's suggestions somebody took and left. Asked for oneself alone. */
export async function ownToneCounts(db: Reader, personId: PersonId): Promise<ToneCounts> {
  const [row] = await db.select().from(toneCounts).where(eq(toneCounts.personId, personId))
  return { taken: row?.taken ?? 0, left: row?.left ?? 0 }
}

/** Counts suggestions that were taken since the last save, or still there when the letter was sent. */
export async function countSuggestions(
  tx: Tx,
  personId: PersonId,
  { taken = 0, left = 0 }: Partial<ToneCounts>,
): Promise<void> {
  if (taken + left === 0) return
  await tx
    .insert(toneCounts)
    .values({ personId, taken, left })
    .onConflictDoUpdate({
      target: toneCounts.personId,
      set: {
        taken: sql`${toneCounts.taken} + ${taken}`,
        left: sql`${toneCounts.left} + ${left}`,
      },
    })
}
