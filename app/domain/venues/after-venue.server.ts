import { eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import type { VenueId } from '../ids'

/** A page of venues by name begins after the last of the page before, so that it costs the same at any depth. */
export async function afterVenue(db: Reader, after: VenueId | null): Promise<SQL | undefined> {
  if (!after) return undefined
  const [last] = await db.select({ name: venues.name }).from(venues).where(eq(venues.id, after))
  return last && sql`(${venues.name}, ${venues.id}) > (${last.name}, ${after})`
}
