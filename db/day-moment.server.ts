import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from './columns'

/** A column's day as a moment, for orders beside moments: noon UTC, which is that day all over America. */
export function momentOfDay(column: AnyColumn): SQL<number> {
  return sql<number>`unixepoch(${column}, '+12 hours') * 1000`
}
