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
  /** Removes those, and answers how many they were, with the keys of files whose bytes can go. */
  remove: (tx: Tx, span: Span, now: Date) => Promise<Removed>
}
export type Removed = { count: number; keys: string[] }

type Counted =
  | typeof t.staff
  | typeof t.trainingRecords
  | typeof t.contacts
  | typeof t.rosterImports
  | typeof t.outbox
  | typeof t.joinRequests
  | typeof t.placeInvitations

type Moment =
  | typeof t.staff.removedAt
  | typeof t.trainingRecords.removedAt
  | typeof t.contacts.removedAt
  | typeof t.rosterImports.createdAt
  | typeof t.outbox.sentAt
  | typeof t.outbox.letGoAt
  | typeof t.joinRequests.decidedAt
  | typeof t.placeInvitations.expiresAt

/** Takes the rows away, or what they say. What hangs on them as files is answered by its keys. */
export type Erasing = (tx: Tx, which: SQL | undefined, now: Date) => Promise<unknown>
export type ErasingFiles = (tx: Tx, which: SQL | undefined, now: Date) => Promise<string[]>

/** Rows of a table with a moment of their own, as long as `still` holds. */
export function rowsOf(table: Counted, at: Moment, still: SQL | undefined, erase: Erasing): Kind {
  return rowsWithFiles(table, at, still, async (tx, which, now) => {
    await erase(tx, which, now)
    return []
  })
}

/** The same, where files hang on the rows and go with them. */
export function rowsWithFiles(
  table: Counted,
  at: Moment,
  still: SQL | undefined,
  erase: ErasingFiles,
): Kind {
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
      return { count: counted, keys: counted > 0 ? await erase(tx, within(span), now) : [] }
    },
  }
}
