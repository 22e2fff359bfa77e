import { and, eq, lte } from 'drizzle-orm'
import { openNowWords, soonWords } from '~/words/en/dues'
import type { Reader } from '~db/open.server'
import { dues } from '~db/schema'
import { addDays, type Day } from '../dates'
import type { VenueId } from '../ids'

/**
 * What falls due at a venue in the next 30 days, in a line for its home; null while nothing does. The
 * caller has read the venue through its scope.
 */
export async function dueLine(db: Reader, venueId: VenueId, today: Day): Promise<string | null> {
  const rows = await db
    .select({
      kind: dues.kind,
      subject: dues.subject,
      standard: dues.standard,
      dueOn: dues.dueOn,
    })
    .from(dues)
    .where(and(eq(dues.venueId, venueId), lte(dues.dueOn, addDays(today, 30))))
  // A training that ends for several people on one day is one thing, here as on the page.
  const things = new Map(
    rows.map(({ kind, subject, standard, dueOn }) => [
      kind === 'record' || kind === 'coverage' ? `${standard} ${dueOn}` : subject,
      dueOn,
    ]),
  )
  const over = [...things.values()].filter((dueOn) => dueOn < today).length
  if (over > 0) return openNowWords(over)
  return things.size > 0 ? soonWords(things.size) : null
}
