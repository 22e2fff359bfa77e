import { sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { isOneOf } from '~db/rows.server'
import { staff, trainingRecords } from '~db/schema'
import type { VenueId } from '../ids'

/** So many people and trainings are read and counted in a few hundredths of a second. */
const long = 5_000

/** Whether the teams of these venues, taken together, take so long to count that nobody should wait for it. */
export async function haveLongTeams(db: Reader, venueIds: readonly VenueId[]): Promise<boolean> {
  const of = (table: typeof staff | typeof trainingRecords) =>
    db.select({ one: sql`1` }).from(table).where(isOneOf(table.venueId, venueIds)).limit(long)
  const people = await db.$count(of(staff))
  return people >= long || people + (await db.$count(of(trainingRecords))) >= long
}
