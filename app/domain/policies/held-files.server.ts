import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { files } from '~db/schema'

/** What a look at held bytes came to: clean, something found, or no look yet. */
export type Look = { clean: true } | { clean: false; found: string } | null

/**
 * Looks again at files that wait for the virus scanner, the oldest first, until it does not answer. A
 * clean file is served from then on; of the others a note is left, and their bytes are gone.
 */
export async function lookAtHeldFiles(
  db: Database,
  look: (key: string) => Promise<Look>,
): Promise<{ clean: number; found: number }> {
  const waiting = await db
    .selectDistinct({ key: files.storageKey })
    .from(files)
    .where(and(isNotNull(files.heldSince), isNull(files.foundIn)))
    .orderBy(asc(files.heldSince))
    .limit(50)
  const counts = { clean: 0, found: 0 }
  for (const { key } of waiting) {
    const seen = await look(key)
    if (!seen) break
    const change = seen.clean ? { heldSince: null } : { foundIn: seen.found }
    const held = and(eq(files.storageKey, key), isNotNull(files.heldSince))
    await db.transaction((tx) => tx.update(files).set(change).where(held))
    counts[seen.clean ? 'clean' : 'found'] += 1
  }
  return counts
}
