import { and, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { eventDetails, events } from '~db/schema'
import { recordEvent } from '../events.server'
import { daysKept } from '../retention-schedule.server'

const day = 86_400_000

/** The details that are still there are found through their events: from one moment, and before another. */
export type Span = { from: Date; until: Date }

/**
 * Erases from where, and what it was before and after, of the events in a span of time, under a
 * retention rule; the events and their chain stay. Records one event that says how many. Answers how
 * many. Nothing younger than the schedule says is ever erased: asking for it is an error.
 */
export async function eraseEventDetails(
  tx: Tx,
  { from, until }: Span,
  rule: string,
  now: Date,
): Promise<number> {
  if (now.getTime() - until.getTime() < daysKept('event-details') * day) {
    throw new Error('The details of an event are kept for a year at least.')
  }
  const old = tx
    .select({ id: events.id })
    .from(events)
    .where(and(gte(events.at, from), lt(events.at, until)))
  const erased = await tx
    .update(eventDetails)
    .set({ salt: null, details: null, erasedAt: now, erasedUnder: rule })
    .where(and(isNull(eventDetails.erasedAt), inArray(eventDetails.eventId, old)))
    .returning({ id: eventDetails.eventId })
  if (erased.length === 0) return 0
  await recordEvent(tx, {
    kind: 'record.details_erased',
    actor: null,
    at: now,
    origin: null,
    facts: { rule, count: erased.length, before: until.getTime() },
  })
  return erased.length
}

/** Up to where the same rule has been at work: what lies before that need not be looked through again. */
export async function erasedUntil(db: Reader, rule: string): Promise<Date> {
  const earlier = await db
    .select({ facts: events.facts })
    .from(events)
    .where(eq(events.kind, 'record.details_erased'))
    .orderBy(desc(events.at))
  const last = earlier.find(({ facts }) => facts.rule === rule)
  return new Date(Number(last?.facts.before ?? 0))
}
