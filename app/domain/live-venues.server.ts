import { eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import type { VenueId } from './ids'

/**
 * A venue that was found to be another one is in no list, count or search, and nobody can join it.
 * Every query that starts from `venues` names this condition.
 */
export const notMerged = isNull(venues.mergedIntoId)

type Named = { id: VenueId; slug: string; name: string }

/** The venue that a merged one leads on to, over several merges if need be; null where it is none. */
export async function leadsOnTo(db: Reader, slug: string): Promise<Named | null> {
  const columns = {
    id: venues.id,
    slug: venues.slug,
    name: venues.name,
    into: venues.mergedIntoId,
  }
  let [at] = await db.select(columns).from(venues).where(eq(venues.slug, slug))
  if (!at?.into) return null
  while (at?.into) [at] = await db.select(columns).from(venues).where(eq(venues.id, at.into))
  return at ? { id: at.id, slug: at.slug, name: at.name } : null
}
