import { and, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { eventDetails, events } from '~db/schema'
import { recordEvent } from '../events.server'

/** The record says from where and what changed for at least a year. */
export const keptAtLeastDays = 365

const day = 86_400_000

/**
 * Erases from where, and what it was before and after, of the events before a moment, under a
 * retention rule; the events and their chain stay. Records one event that says how many. Answers how
 * many. Nothing younger than a year is ever erased: asking for it is an error.
 */
export async function eraseEventDetails(
  tx: Tx,
  before: Date,
  rule: string,
  now: Date,
): Promise<number> {
  if (now.getTime() - before.getTime() < keptAtLeastDays * day) {
    throw new Error('The details of an event are kept for a year at least.')
  }
  const old = tx
    .select({ id: events.id })
    .from(events)
    .where(and(gte(events.at, await erasedUntil(tx, rule)), lt(events.at, before)))
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
    facts: { rule, count: erased.length, before: before.getTime() },
  })
  return erased.length
}

/** Up to where the same rule has been at work: what lies before that need not be looked through again. */
async function erasedUntil(tx: Tx, rule: string): Promise<Date> {
  const earlier = await tx
    .select({ facts: events.facts })
    .from(events)
    .where(eq(events.kind, 'record.details_erased'))
    .orderBy(desc(events.at))
  const last = earlier.find(({ facts }) => facts.rule === rule)
  return new Date(Number(last?.facts.before ?? 0))
}
