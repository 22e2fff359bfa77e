import { and, desc, eq, lt } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { eventDetails, events, people, recordChecks, recordHead, venues } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { EventId } from '../ids'
import { permit } from '../permissions/permission'
import { canReadRecord } from '../permissions/record'
import { groupFor, sentenceOf } from './kinds'
import { fitting, type RecordFilter } from './record-filter.server'

const pageSize = 50
const countedUpTo = 10_000

type Asked = { filter: RecordFilter; after: number | null; timeZone: string }

/** The newest of what fits, a page at a time, for coordinators, with how much fits and how the record stands. */
export async function recordPage({ db, actor }: Reading, { filter, after, timeZone }: Asked) {
  permit(canReadRecord(actor))
  const fits = fitting(db, filter, timeZone)
  const found = await linesWhere(
    db,
    and(fits, after ? lt(events.sequence, after) : undefined),
  ).limit(pageSize + 1)
  const lines = found.slice(0, pageSize).map(asLine)
  const counted = db
    .select({ id: events.id })
    .from(events)
    .where(fits)
    .limit(countedUpTo + 1)
  return {
    lines,
    total: await db.$count(counted.as('counted')),
    more: found.length > pageSize ? (lines.at(-1)?.sequence ?? null) : null,
    countedUpTo,
    standing: await standingOf(db),
  }
}

/** One event with everything that is kept of it. What is the venue's own is not there. */
export async function recordedEvent({ db, actor }: Reading, id: EventId) {
  permit(canReadRecord(actor))
  const [row] = await linesWhere(db, eq(events.id, id)).limit(1)
  if (!row || !groupFor(row.kind)) throw new NotFound()
  return asLine(row)
}

/** What is read of an event for a line, a page and a file. */
export function linesWhere(db: Reader, where: ReturnType<typeof and>) {
  return db
    .select({
      id: events.id,
      kind: events.kind,
      at: events.at,
      sequence: events.sequence,
      hash: events.hash,
      personId: events.personId,
      name: people.name,
      venueId: events.venueId,
      venue: venues.name,
      applicationId: events.applicationId,
      subjectId: events.subjectId,
      facts: events.facts,
      detailsDigest: events.detailsDigest,
      details: eventDetails.details,
      erasedAt: eventDetails.erasedAt,
      erasedUnder: eventDetails.erasedUnder,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .leftJoin(venues, eq(venues.id, events.venueId))
    .leftJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .where(where)
    .orderBy(desc(events.sequence))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof linesWhere>>[number]

export function asLine({ name, ...row }: Row) {
  return { ...row, who: whoOf(row, name), what: sentenceOf(row.kind) }
}

export type RecordLine = ReturnType<typeof asLine>

/** A person as they are named now. Before sign-in nobody is known; the clock acts for the program. */
function whoOf({ kind, personId }: Pick<Row, 'kind' | 'personId'>, name: string | null): string {
  if (name) return name
  if (personId) return 'A person who left'
  return groupFor(kind) === 'ways_in' || groupFor(kind) === 'places'
    ? 'Somebody who is not signed in'
    : 'The program'
}

/** How long the record is, and what its last check found. */
async function standingOf(db: Reader) {
  const [head] = await db.select({ length: recordHead.length }).from(recordHead)
  const [check] = await db.select().from(recordChecks)
  return { length: head?.length ?? 0, check: check ?? null }
}
