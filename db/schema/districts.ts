import type { DistrictId } from '~/domain/ids'
import { id, indexOn, moment, table, text, unique } from '../columns'

export const districts = table(
  'districts',
  {
    id: id<DistrictId>().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [unique('districts_slug', t.slug)],
)

/** Which district a neighborhood of the license list belongs to, as a coordinator chose. */
export const neighborhoods = table(
  'neighborhoods',
  {
    name: text().primaryKey(),
    districtId: id<DistrictId>()
      .notNull()
      .references(() => districts.id, { onDelete: 'restrict' }),
  },
  (t) => [indexOn('neighborhoods_district', t.districtId)],
)
