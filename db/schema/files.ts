import type { FileId, PersonId, VenueId } from '~/domain/ids'
import { id, indexOn, int, moment, rule, sql, table, text } from '../columns'
import { people } from './accounts'
import { venues } from './venues'

/** An uploaded file of a venue; its bytes live in the file store under `storageKey`. */
export const files = table(
  'files',
  {
    id: id<FileId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    /** The type found in the content, not the one that the browser said. */
    type: text().notNull(),
    size: int().notNull(),
    digest: text().notNull(),
    storageKey: text().notNull(),
    /** How many pages a PDF has; null of every other kind. */
    pages: int(),
    uploadedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    removedAt: moment(),
    /** Since when it waits for the virus scanner: until then nobody is served it. */
    heldSince: moment(),
    /** What the scanner found in it. Its bytes are gone. */
    foundIn: text(),
  },
  (t) => [indexOn('files_venue', t.venueId), rule('files_size', sql`${t.size} > 0`)],
)
