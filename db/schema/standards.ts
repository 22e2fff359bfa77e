import type { StandardSetId } from '~/domain/ids'
import type { StandardSet } from '~/domain/standards/standard-set'
import { id, int, json, moment, table, text, unique } from '../columns'

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
