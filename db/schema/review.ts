import type {
  AccessId,
  ApplicationId,
  AssignmentId,
  OwnTrainingId,
  PersonId,
  SecondLookId,
} from '~/domain/ids'
import { day, id, indexOn, json, moment, oneOf, sql, table, text, uniqueWhere } from '../columns'
import { accessKinds, ownTrainingKinds } from '../vocabulary'
import { people } from './accounts'
import { applications } from './applications'

/** A member of staff who accepted the eight principles; asked anew each year. */
export const reviewerAgreements = table(
  'reviewer_agreements',
  {
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    acceptedAt: moment().notNull(),
  },
  (t) => [indexOn('reviewer_agreements_person', t.personId, t.acceptedAt)],
)

/** What one application is to one member of staff beside their districts; it ends, and stays on record. */
export const applicationAccess = table(
  'application_access',
  {
    id: id<AccessId>().primaryKey(),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    kind: oneOf(accessKinds).notNull(),
    /** Who asked them; themselves where they recused. */
    givenBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** What they are asked, or nothing. */
    words: text().notNull(),
    at: moment().notNull(),
    endedAt: moment(),
    /** Asked about a field: the standards that they see and write about. */
    standards: json<readonly string[]>(),
  },
  (t) => [
    uniqueWhere('application_access_open', sql`${t.endedAt} is null`, t.applicationId, t.personId),
    indexOn('application_access_person', t.personId, t.endedAt),
  ],
)

/** Each time an application came into other hands; the application itself says whose they are now. */
export const assignments = table(
  'assignments',
  {
    id: id<AssignmentId>().primaryKey(),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    fromId: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    /** Null where it went to nobody. */
    toId: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    givenBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** A word to the colleague, or nothing. */
    words: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [indexOn('assignments_application', t.applicationId, t.at)],
)

/** When somebody last said that they had seen what is new on their desk. */
export const deskLooks = table('desk_looks', {
  personId: id<PersonId>()
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  lookedAt: moment().notNull(),
})

/** A training that a reviewer did for this work. */
export const ownTrainings = table(
  'own_trainings',
  {
    id: id<OwnTrainingId>().primaryKey(),
    personId: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    kind: oneOf(ownTrainingKinds).notNull(),
    completedOn: day().notNull(),
    /** As printed, or so many months after. */
    expiresOn: day().notNull(),
    addedAt: moment().notNull(),
  },
  (t) => [indexOn('own_trainings_person', t.personId, t.expiresOn)],
)

/** A venue asks for a second look by somebody who was not involved; one is open at a time. Both sides read it. */
export const secondLooks = table(
  'second_looks',
  {
    id: id<SecondLookId>().primaryKey(),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    askedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** What the venue would like looked at. */
    words: text().notNull(),
    askedAt: moment().notNull(),
    givenTo: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    givenAt: moment(),
    /** The answer with its reasons, in plain words. */
    answer: text(),
    answeredAt: moment(),
    withdrawnAt: moment(),
  },
  (t) => [
    uniqueWhere(
      'second_looks_open',
      sql`${t.answeredAt} is null and ${t.withdrawnAt} is null`,
      t.applicationId,
    ),
    indexOn('second_looks_application', t.applicationId, t.askedAt),
  ],
)
