import type { ClassId, DistrictId, PersonId } from '~/domain/ids'
import { id, indexOn, int, moment, rule, sql, table, text } from '../columns'
import { people } from './accounts'
import { districts } from './districts'

/** A class to come that venues can send their people to. */
export const classes = table(
  'classes',
  {
    id: id<ClassId>().primaryKey(),
    title: text().notNull(),
    /** The code of the training type that it gives; null for a talk that gives none. */
    trainingType: text(),
    /** Null: for venues of every district. */
    districtId: id<DistrictId>().references(() => districts.id, { onDelete: 'restrict' }),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    place: text().notNull(),
    host: text().notNull(),
    seats: int(),
    /** How a venue signs its people up, in words. */
    signUp: text().notNull(),
    words: text().notNull(),
    revision: int().notNull(),
    createdBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    calledOffAt: moment(),
  },
  (t) => [
    indexOn('classes_starts', t.startsAt),
    indexOn('classes_district', t.districtId, t.startsAt),
    rule('classes_end_after_start', sql`${t.endsAt} > ${t.startsAt}`),
  ],
)
