import type { MailId, PersonId, StaffId, VenueId } from '~/domain/ids'
import { day, id, indexOn, int, keyOf, moment, oneOf, table, text } from '../columns'
import { districtGroups, dueKinds, whereVenuesStand } from '../vocabulary'
import { people } from './accounts'
import { venues } from './venues'

/** A venue that something happened with: its kept figures wait to be counted again. */
export const venueChanges = table('venue_changes', {
  venueId: id<VenueId>()
    .primaryKey()
    .references(() => venues.id, { onDelete: 'restrict' }),
  since: moment().notNull(),
})

/** What the program counts of a venue, kept up to date so that a district's figures are a short sum. */
export const venueStandings = table(
  'venue_standings',
  {
    venueId: id<VenueId>()
      .primaryKey()
      .references(() => venues.id, { onDelete: 'restrict' }),
    group: oneOf(districtGroups),
    /** How it stands, for a coordinator's list and its counts; null where it was counted before this was kept. */
    standing: oneOf(whereVenuesStand),
    /** Sexual-assault intervention, of venues whose certificate runs: trained of those in scope. */
    trained: int().notNull(),
    inScope: int().notNull(),
    countedOn: day().notNull(),
    /** The next day on which time alone changes any of this; null while nothing is dated. */
    changesOn: day(),
  },
  (t) => [
    indexOn('venue_standings_group', t.group),
    indexOn('venue_standings_standing', t.standing, t.venueId),
    indexOn('venue_standings_changes', t.changesOn),
  ],
)

/** What falls due at a venue, on which day. Counted again whenever the venue changes. */
export const dues = table(
  'dues',
  {
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    /** What it is, once for each venue: "record rec_…", "coverage CARE-1", "certificate". */
    subject: text().notNull(),
    kind: oneOf(dueKinds).notNull(),
    standard: text(),
    trainingType: text(),
    staffId: id<StaffId>(),
    /** The last day on which it counts. */
    dueOn: day().notNull(),
    /** The next day on which somebody is to hear of it; null once all has been said. */
    remindOn: day(),
  },
  (t) => [keyOf(t.venueId, t.subject), indexOn('dues_remind', t.remindOn, t.venueId)],
)

/** That a person was told that something falls due in so many days: once, however often the job runs. */
export const reminders = table(
  'reminders',
  {
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    subject: text().notNull(),
    dueOn: day().notNull(),
    /** 90, 30, 7 or 0 days before. */
    milestone: int().notNull(),
    on: day().notNull(),
    mailId: id<MailId>().notNull(),
  },
  (t) => [
    keyOf(t.personId, t.venueId, t.subject, t.dueOn, t.milestone),
    indexOn('reminders_venue', t.venueId),
  ],
)

/** One reminder mail for each person and day at most. */
export const reminderDays = table(
  'reminder_days',
  {
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    on: day().notNull(),
    mailId: id<MailId>().notNull(),
  },
  (t) => [keyOf(t.personId, t.on)],
)
