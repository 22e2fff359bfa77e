import type { PersonId, StandardSetId } from '~/domain/ids'
import type { LexiconEntry, StandardSet } from '~/domain/standards/standard-set'
import { id, int, json, moment, table, text, unique } from '../columns'
import { people } from './accounts'

/** A version of the program pack. Never edited: a change makes a new version. */
export const standardSets = table(
  'standard_sets',
  {
    id: id<StandardSetId>().primaryKey(),
    version: int().notNull(),
    content: json<StandardSet>().notNull(),
    digest: text().notNull(),
    publishedAt: moment().notNull(),
  },
  (t) => [unique('standard_sets_version', t.version)],
)

/**
 * A version of the tone helper's lexicon, once a coordinator has changed the one that came with the
 * standards. It has versions of its own: no venue has to read new standards for a word that a liaison reads.
 */
export const lexicons = table('lexicons', {
  version: int().primaryKey(),
  content: json<LexiconEntry[]>().notNull(),
  /** What changed, in a sentence: "Added “hop to it”." */
  change: text().notNull(),
  personId: id<PersonId>()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
  publishedAt: moment().notNull(),
})
