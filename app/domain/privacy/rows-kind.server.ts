import { and, gte, lt, min, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import type * as t from '~db/schema'
import type { Span } from '../record/erase-details.server'

/** What one rule of the schedule is about in the database: things that each have a moment from which their days count. */
export type Kind = {
  /** The moment of the oldest thing that is still there. */
  oldest: (db: Reader) => Promise<Date | null>
  /** How many things of a span of time are still there. */
  count: (db: Reader, span: Span) => Promise<number>
  /** Removes those, and answers how many they were. */
  remove: (tx: Tx, span: Span, now: Date) => Promise<number>
}

type Counted =
  | typeof t.staff
  | typeof t.trainingRecords
  | typeof t.rosterImports
  | typeof t.outbox
  | typeof t.joinRequests
  | typeof t.placeInvitations

type Moment =
  | typeof t.staff.removedAt
  | typeof t.trainingRecords.removedAt
  | typeof t.rosterImports.createdAt
  | typeof t.outbox.sentAt
  | typeof t.outbox.letGoAt
  | typeof t.joinRequests.decidedAt
  | typeof t.placeInvitations.expiresAt

/** Takes the rows away, or what they say. */
export type Erasing = (tx: Tx, which: SQL | undefined, now: Date) => Promise<unknown>

/** Rows of a table with a moment of their own, as long as `still` holds. */
export function rowsOf(table: Counted, at: Moment, still: SQL | undefined, erase: Erasing): Kind {
  const within = ({ from, until }: Span) => and(still, gte(at, from), lt(at, until))
  const count = (db: Reader, span: Span) => db.$count(table, within(span))
  return {
    oldest: async (db) =>
      (
        await db
          .select({ at: min(at) })
          .from(table)
          .where(still)
      )[0]?.at ?? null,
    count,
    remove: async (tx, span, now) => {
      const counted = await count(tx, span)
      if (counted > 0) await erase(tx, within(span), now)
      return counted
    },
  }
}
