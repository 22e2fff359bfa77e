import type { AccessId, ApplicationId, PersonId } from '~/domain/ids'
import { id, indexOn, moment, oneOf, sql, table, text, uniqueWhere } from '../columns'
import { accessKinds } from '../vocabulary'
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
  },
  (t) => [
    uniqueWhere('application_access_open', sql`${t.endedAt} is null`, t.applicationId, t.personId),
    indexOn('application_access_person', t.personId, t.endedAt),
  ],
)
