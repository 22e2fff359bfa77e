import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, gt, gte, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { eventDetails, events, recordHead } from '~db/schema'
import type { Finding, Head, RecordRow } from './chain'
import type { Erasing } from './erasures'

const perPage = 500

/** Where the record ends and where it says that it ends, of one moment: it may grow while it is read. */
export async function endOf(db: Reader): Promise<{ last: unknown; heads: Head[] }> {
  const rows = await db
    .select({
      last: sql<unknown>`(SELECT max(${events.sequence}) FROM ${events})`,
      id: recordHead.id,
      length: recordHead.length,
      hash: recordHead.hash,
    })
    .from(sql`(SELECT 1)`)
    .leftJoin(recordHead, sql`1`)
  const heads = rows.flatMap(({ id, length, hash }) =>
    id === null || length === null || hash === null ? [] : [{ id, length, hash }],
  )
  return { last: rows[0]?.last ?? null, heads }
}

/** The events in their order, a page at a time, from a place in the record up to another. */
export async function* rowsOf(
  db: Reader,
  from: number | null,
  last: unknown,
): AsyncGenerator<RecordRow> {
  let after = from === null ? isNotNull(events.sequence) : gte(events.sequence, from)
  for (;;) {
    const rows = await pageOf(db).where(and(after, lte(events.sequence, last as number)))
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < perPage) return
    after = gt(events.sequence, end.sequence)
    await nextTurn()
  }
}

/** The columns as their rows hold them, and not as code would read them. */
function pageOf(db: Reader) {
  const kept = {
    id: events.id,
    kind: events.kind,
    at: sql<number>`${events.at}`,
    personId: events.personId,
    venueId: events.venueId,
    applicationId: events.applicationId,
    subjectId: events.subjectId,
    digest: events.digest,
    facts: sql<string>`${events.facts}`,
    requestId: events.requestId,
    sequence: sql<number>`${events.sequence}`,
    hash: events.hash,
    detailsDigest: events.detailsDigest,
    detailsOf: sql<string | null>`${eventDetails.eventId}`,
    salt: sql<string | null>`${eventDetails.salt}`,
    details: sql<string | null>`${eventDetails.details}`,
    erasedAt: sql<number | null>`${eventDetails.erasedAt}`,
    erasedUnder: sql<string | null>`${eventDetails.erasedUnder}`,
  }
  return db
    .select(kept)
    .from(events)
    .leftJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .orderBy(events.sequence)
    .limit(perPage)
    .$dynamic()
}

/** What events say of details that were erased. */
export async function erasingsOf(db: Reader): Promise<Erasing[]> {
  const { id, sequence } = events
  const kept = { id, sequence, at: sql<number>`${events.at}`, facts: sql<string>`${events.facts}` }
  const rows = await db.select(kept).from(events).where(eq(events.kind, 'record.details_erased'))
  return rows.map(({ facts, ...row }) => ({ ...row, ...toldBy(facts) }))
}

/** Facts that were altered may be no JSON any more. */
function toldBy(facts: string): Pick<Erasing, 'rule' | 'count'> {
  try {
    const { rule, count } = Object(JSON.parse(facts))
    return { rule: String(rule), count: Number(count) }
  } catch {
    return { rule: '', count: 0 }
  }
}

/** Events without a place in the record, and details without an event. */
export async function strays(db: Reader): Promise<Finding[]> {
  const outside = await db
    .select({ id: events.id })
    .from(events)
    .where(isNull(events.sequence))
    .limit(1_000)
  const orphaned = await db
    .select({ id: eventDetails.eventId })
    .from(eventDetails)
    .where(
      notExists(
        db.select({ id: events.id }).from(events).where(eq(events.id, eventDetails.eventId)),
      ),
    )
    .limit(1_000)
  return [
    ...outside.map(({ id }): Finding => ({ what: 'outside', sequence: null, id })),
    ...orphaned.map(({ id }): Finding => ({ what: 'details_orphaned', sequence: null, id })),
  ]
}
