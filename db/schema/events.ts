import type { ApplicationId, EventId, MailId, PersonId, VenueId } from '~/domain/ids'
import {
  amongAlone,
  id,
  indexOn,
  indexWhere,
  int,
  json,
  moment,
  oneOf,
  rule,
  sql,
  table,
  text,
  unique,
} from '../columns'
import { journeyKinds, locales, mailStates } from '../vocabulary'
import { people } from './accounts'

/** What happened: ids and digests only; text, names and files sit in rows that can be removed. */
export const events = table(
  'events',
  {
    id: id<EventId>().primaryKey(),
    kind: text().notNull(),
    at: moment().notNull(),
    personId: id<PersonId>(),
    venueId: id<VenueId>(),
    applicationId: id<ApplicationId>(),
    /** The row that it happened to, when it is neither of these. */
    subjectId: text(),
    /** SHA-256 of the text that was frozen or sent, when there was one. */
    digest: text(),
    facts: json<Record<string, string | number | boolean | null>>().notNull(),
    requestId: text(),
    /** Its place in the record, counted from 1 without a gap; null only before the record was chained. */
    sequence: int(),
    /** SHA-256 over the hash before it and everything above: see app/domain/record.ts. */
    hash: text(),
    /** SHA-256 of what stands in `event_details`; null when there is nothing. It stays when the details are erased. */
    detailsDigest: text(),
  },
  (t) => [
    unique('events_sequence', t.sequence),
    indexOn('events_person', t.personId, t.at),
    indexOn('events_at', t.at),
    indexOn('events_venue', t.venueId, t.at),
    indexOn('events_application', t.applicationId, t.at),
    indexOn('events_kind', t.kind, t.at),
    indexWhere('events_journey', amongAlone(t.kind, journeyKinds), t.venueId, t.kind, t.at),
  ],
)

/** From where, and what it was before and after: what of an event may be erased while the record stays provable. */
export type EventDetails = {
  address?: string
  device?: string
  before?: Record<string, EventFact>
  after?: Record<string, EventFact>
}
export type EventFact = string | number | boolean | null

export const eventDetails = table('event_details', {
  eventId: id<EventId>()
    .primaryKey()
    .references(() => events.id, { onDelete: 'restrict' }),
  /** Random, so that the digest of an erased address cannot be guessed back. */
  salt: text(),
  details: json<EventDetails>(),
  erasedAt: moment(),
  /** The retention rule under which it was erased. */
  erasedUnder: text(),
})

/** Where the record ends: how many events it has, and the hash of the last one. */
export const recordHead = table(
  'record_head',
  {
    id: int().primaryKey(),
    length: int().notNull(),
    hash: text().notNull(),
  },
  (t) => [rule('record_head_one_row', sql`${t.id} = 1`)],
)

/** What the hourly check of the record found, and up to where it was unbroken then. */
export const recordChecks = table(
  'record_checks',
  {
    id: int().primaryKey(),
    checkedAt: moment().notNull(),
    length: int().notNull(),
    hash: text().notNull(),
    /** How many things did not fit; 0 says that the record is unbroken. */
    problems: int().notNull(),
  },
  (t) => [rule('record_checks_one_row', sql`${t.id} = 1`)],
)

/** Mail that is to go out, queued in the transaction of the deed that it tells of. This table is the truth. */
export const outbox = table(
  'outbox',
  {
    id: id<MailId>().primaryKey(),
    kind: text().notNull(),
    personId: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    address: text().notNull(),
    locale: oneOf(locales).notNull(),
    facts: json<Record<string, unknown>>().notNull(),
    state: oneOf(mailStates).notNull(),
    createdAt: moment().notNull(),
    nextTryAt: moment().notNull(),
    tries: int().notNull(),
    leasedUntil: moment(),
    /** When the first try began: past 23 hours a mail is held for a person, not sent blindly. */
    firstTryAt: moment(),
    sentAt: moment(),
    problem: text(),
    /** When a coordinator let a held mail go: it stays unsent, and waits for nobody. */
    letGoAt: moment(),
  },
  (t) => [indexOn('outbox_due', t.state, t.nextTryAt)],
)
