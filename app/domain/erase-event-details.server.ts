import { and, inArray, isNull, lt } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { eventDetails, events } from '~db/schema'

const atATurn = 500

/**
 * Erases from where, and what before and after, of every event before a moment. The event itself and
 * its place in the chain stay, and the row says under which rule its details went. Answers how many.
 */
export async function eraseEventDetails(
  tx: Tx,
  before: Date,
  rule: string,
  now: Date,
): Promise<number> {
  const old = tx.select({ id: events.id }).from(events).where(lt(events.at, before))
  for (let erased = 0; ; ) {
    const rows = await tx
      .select({ id: eventDetails.eventId })
      .from(eventDetails)
      .where(and(isNull(eventDetails.erasedAt), inArray(eventDetails.eventId, old)))
      .limit(atATurn)
    if (rows.length === 0) return erased
    await tx
      .update(eventDetails)
      .set({ salt: null, details: null, erasedAt: now, erasedUnder: rule })
      .where(
        inArray(
          eventDetails.eventId,
          rows.map(({ id }) => id),
        ),
      )
    erased += rows.length
  }
}
