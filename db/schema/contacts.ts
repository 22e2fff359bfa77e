import type { Day } from '~/domain/dates'
import type { ContactId, FileId, PersonId, VenueId, WalkId, WalkPhotoId } from '~/domain/ids'
import {
  among,
  bool,
  day,
  id,
  indexOn,
  int,
  json,
  keyOf,
  moment,
  oneOf,
  table,
  text,
  unique,
  uniqueWhere,
} from '../columns'
import {
  contactKinds,
  contactSides,
  helpfulAnswers,
  walkItems,
  walkReasons,
  walkStates,
} from '../vocabulary'
import { people } from './accounts'
import { files } from './files'
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

/** A walk through a venue at a time that both sides agree on: one proposes three, the other chooses. */
export const walkThroughs = table(
  'walk_throughs',
  {
    id: id<WalkId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    state: oneOf(walkStates).notNull(),
    /** Whose three times stand; the other side chooses. Milliseconds UTC, the earliest first. */
    proposedAs: oneOf(contactSides).notNull(),
    times: json<number[]>().notNull(),
    /** Counts the proposals, so that nobody chooses among times that are no longer proposed. */
    revision: int().notNull(),
    proposedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    proposedAt: moment().notNull(),
    startsAt: moment(),
    agreedAt: moment(),
    calledOffAs: oneOf(contactSides),
    reason: oneOf(walkReasons),
    endedAt: moment(),
  },
  (t) => [
    indexOn('walk_throughs_venue', t.venueId, t.proposedAt),
    uniqueWhere('walk_throughs_one_open', among(t.state, ['proposed', 'agreed']), t.venueId),
  ],
)

/** What was seen on a walk-through, one row for each thing that somebody ticked or wrote of. */
export const walkNotes = table(
  'walk_notes',
  {
    walkId: id<WalkId>()
      .notNull()
      .references(() => walkThroughs.id, { onDelete: 'restrict' }),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    item: oneOf(walkItems).notNull(),
    looked: bool().notNull(),
    words: text().notNull(),
    revision: int().notNull(),
    editedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    editedAt: moment().notNull(),
  },
  (t) => [keyOf(t.walkId, t.item)],
)

/** Photos of a walk-through. They are the venue's, whoever of the two took them. */
export const walkPhotos = table(
  'walk_photos',
  {
    id: id<WalkPhotoId>().primaryKey(),
    walkId: id<WalkId>()
      .notNull()
      .references(() => walkThroughs.id, { onDelete: 'restrict' }),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    fileId: id<FileId>()
      .notNull()
      .references(() => files.id, { onDelete: 'restrict' }),
    addedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    addedAt: moment().notNull(),
  },
  (t) => [indexOn('walk_photos_walk', t.walkId, t.addedAt), unique('walk_photos_file', t.fileId)],
)
