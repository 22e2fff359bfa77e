import type { Day } from '~/domain/dates'
import type { ContactId, PersonId, VenueId } from '~/domain/ids'
import { bool, day, id, indexOn, moment, oneOf, table, text } from '../columns'
import { contactKinds, contactSides, helpfulAnswers } from '../vocabulary'
import { people } from './accounts'
import { venues } from './venues'

/** That the program and a venue met: how, when, and about what in a few words. Both sides read it. */
export const contacts = table(
  'contacts',
  {
    id: id<ContactId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    kind: oneOf(contactKinds).notNull(),
    begunBy: oneOf(contactSides).notNull(),
    happenedOn: day().$type<Day>().notNull(),
    topic: text().notNull(),
    enforcement: bool().notNull(),
    /** Who wrote it down, and for which side: that side may take it back. */
    writtenAs: oneOf(contactSides).notNull(),
    writtenBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    writtenAt: moment().notNull(),
    /** The venue's own answer to "Was it helpful?"; null while it has not said. */
    helpful: oneOf(helpfulAnswers),
    helpfulAt: moment(),
    helpfulBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    removedAt: moment(),
  },
  (t) => [indexOn('contacts_venue', t.venueId, t.happenedOn)],
)
