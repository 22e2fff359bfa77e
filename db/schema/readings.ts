import type { Day } from '~/domain/dates'
import type {
  PersonId,
  PolicyVersionId,
  ReadingId,
  ReadingLinkId,
  SignatureId,
  StaffId,
  VenueId,
} from '~/domain/ids'
import {
  bool,
  day,
  id,
  indexOn,
  int,
  json,
  moment,
  sql,
  table,
  text,
  unique,
  uniqueWhere,
} from '../columns'
import { people } from './accounts'
import { staff } from './training'
import { venues } from './venues'

/** A venue's policies as it put them to its team to read. Never edited. */
export const readings = table(
  'readings',
  {
    id: id<ReadingId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    number: int().notNull(),
    /** The frozen policies, in the order in which they are read. */
    versions: json<PolicyVersionId[]>().notNull(),
    /** Whoever signed an earlier reading is asked again; not so after a typo. */
    asksAgain: bool().notNull(),
    /** What changed, in the venue's own words. */
    words: text().notNull(),
    putBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    putAt: moment().notNull(),
  },
  (t) => [unique('readings_number', t.venueId, t.number)],
)

/** The address at which a venue's team reads and signs without an account. One opens at a time. */
export const readingLinks = table(
  'reading_links',
  {
    id: id<ReadingLinkId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    /** As it is: it hangs on a wall, and the poster is printed again. */
    token: text().notNull(),
    madeAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [
    unique('reading_links_token', t.token),
    uniqueWhere('reading_links_one_open', sql`${t.endedAt} is null`, t.venueId),
  ],
)

/** Somebody's word that they read it: the name and first day as they typed them, and who of the team that is. */
export const signatures = table(
  'signatures',
  {
    id: id<SignatureId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    readingId: id<ReadingId>()
      .notNull()
      .references(() => readings.id, { onDelete: 'restrict' }),
    staffId: id<StaffId>().references(() => staff.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    startedOn: day().$type<Day>(),
    signedOn: day().$type<Day>().notNull(),
    signedAt: moment().notNull(),
    setAsideAt: moment(),
  },
  (t) => [indexOn('signatures_venue', t.venueId), indexOn('signatures_staff', t.staffId)],
)
