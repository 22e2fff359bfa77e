import { and, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import { eventDetails as details, events } from '~db/schema'
import { erasedUntil, eraseEventDetails } from '../record/erase-details.server'
import type { Kind } from './rows-kind.server'

const rule = 'event-details'

/** The details of events are erased by the record itself, which says so in its chain. */
export const eventDetails: Kind = {
  oldest: async (db) => {
    const [row] = await db
      .select({ at: events.at })
      .from(events)
      .innerJoin(details, eq(details.eventId, events.id))
      .where(and(isNull(details.erasedAt), gte(events.at, await erasedUntil(db, rule))))
      .orderBy(events.at)
      .limit(1)
    return row?.at ?? null
  },
  count: (db, { from, until }) => {
    const within = db
      .select({ id: events.id })
      .from(events)
      .where(and(gte(events.at, from), lt(events.at, until)))
    return db.$count(details, and(isNull(details.erasedAt), inArray(details.eventId, within)))
  },
  remove: async (tx, span, now) => {
    return { count: await eraseEventDetails(tx, span, rule, now), keys: [] }
  },
}
