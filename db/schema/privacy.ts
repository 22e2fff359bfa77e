import type {
  NameShowingId,
  PersonId,
  RemovalId,
  RoundEvidenceId,
  StaffId,
  VenueId,
} from '~/domain/ids'
import { id, indexOn, moment, sql, table, text, uniqueWhere } from '../columns'
import { people } from './accounts'
import { roundEvidence } from './applications'
import { staff } from './training'
import { venues } from './venues'

/** The name behind one alias of one shared figure, shown by the venue to the readers of its application for a while. */
export const nameShowings = table(
  'name_showings',
  {
    id: id<NameShowingId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    roundEvidenceId: id<RoundEvidenceId>()
      .notNull()
      .references(() => roundEvidence.id, { onDelete: 'restrict' }),
    alias: text().notNull(),
    staffId: id<StaffId>()
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    shownBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    shownAt: moment().notNull(),
    until: moment().notNull(),
    /** When the venue hid it again before its time. */
    hiddenAt: moment(),
  },
  (t) => [
    indexOn('name_showings_evidence', t.roundEvidenceId, t.until),
    indexOn('name_showings_venue', t.venueId, t.shownAt),
  ],
)

/** What a retention rule will remove, listed before it is removed. It names ids, never people. */
export const removals = table(
  'removals',
  {
    id: id<RemovalId>().primaryKey(),
    /** The id of a rule in db/program-pack/retention.json. */
    rule: text().notNull(),
    /** A venue that left, or the weeks whose things go: "2026-11-16/2026-11-22". */
    subjectId: text().notNull(),
    listedAt: moment().notNull(),
    removeAfter: moment().notNull(),
    removedAt: moment(),
    /** A coordinator keeps it for longer, until `removeAfter`, for a written reason. */
    keptAt: moment(),
    keptBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    keptBecause: text(),
  },
  (t) => [
    indexOn('removals_listed', t.removedAt, t.removeAfter),
    uniqueWhere('removals_one_listed', sql`${t.removedAt} is null`, t.rule, t.subjectId),
  ],
)
