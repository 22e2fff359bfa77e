import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { insertRows, isOneOf, rowsAtOnce } from '~db/rows.server'
import { dues, venueChanges, venueStandings } from '~db/schema'
import type { Day } from '../dates'
import type { VenueId } from '../ids'
import { firstReminderOn } from '../reminders/reminder-schedule'
import { standingAt } from '../venues/venue-standing.server'
import type { VenueCount } from './count-venue'

/** Keeps what was counted in place of what was kept before, and takes the venues out of the line. */
export async function keepCounts(
  tx: Tx,
  counted: ReadonlyMap<VenueId, VenueCount>,
  { now, today }: { now: Date; today: Day },
): Promise<void> {
  const venueIds = [...counted.keys()]
  const standings = [...counted].map(([venueId, { group, trained, inScope, changesOn }]) => {
    return { venueId, group, trained, inScope, changesOn, countedOn: today }
  })
  const newer = (column: string) => sql.raw(`excluded.${column}`)
  await tx
    .insert(venueStandings)
    .values(standings)
    .onConflictDoUpdate({
      target: venueStandings.venueId,
      set: {
        group: newer('"group"'),
        trained: newer('trained'),
        inScope: newer('in_scope'),
        countedOn: newer('counted_on'),
        changesOn: newer('changes_on'),
      },
    })
  const standing = sql`(select ${await standingAt(tx, now)} from venues
    where venues.id = venue_standings.venue_id)`
  await tx.update(venueStandings).set({ standing }).where(isOneOf(venueStandings.venueId, venueIds))
  await tx.delete(dues).where(inArray(dues.venueId, venueIds))
  const rows = [...counted].flatMap(([venueId, count]) =>
    count.dues.map(({ remind, ...due }) => {
      return { venueId, ...due, remindOn: remind ? firstReminderOn(due.dueOn, today) : null }
    }),
  )
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await insertRows(tx, dues, rows.slice(start, start + rowsAtOnce))
  }
  await tx.delete(venueChanges).where(inArray(venueChanges.venueId, venueIds))
}
