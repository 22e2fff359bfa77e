import { and, count, eq, gt, isNotNull, isNull, lte, notExists, or, sql, sum } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import { prepared, type Reader } from '~db/open.server'
import { venueChanges, venueStandings, venues } from '~db/schema'
import { type DistrictGroup, districtGroups } from '~db/vocabulary'
import { dayOf } from '../dates'
import type { DistrictId, VenueId } from '../ids'
import { programOf } from '../standards/program.server'
import { countVenues } from './count-venues.server'

/** What is counted of a district, before anything is held back. For nobody's eyes as it is. */
export type DistrictFigures = {
  groups: Record<DistrictGroup, number>
  /** Sexual-assault intervention: venues with somebody in scope, and their people. */
  coverage: { venues: number; inScope: number; trained: number }
}

/**
 * A district's figures today. Kept rows are summed in one query; venues that something happened with,
 * or that a new day changes, are counted anew, so that the answer needs no job to be right.
 */
export async function districtFigures(
  db: Reader,
  districtId: DistrictId,
  now: Date,
): Promise<DistrictFigures> {
  const program = await programOf(db)
  const today = dayOf(now, program.timeZone)
  const rows = await keptRows(db).execute({ districtId, today })
  const figures = emptyFigures()
  for (const { group, venues, covered, inScope, trained } of rows) {
    add(figures, { group, venues, covered, inScope, trained })
  }
  const waiting = new Set(rows.flatMap(({ waiting }) => waiting ?? []))
  if (waiting.size === 0) return figures
  for (const { group, inScope, trained } of (
    await countVenues(db, [...waiting], program, today)
  ).values()) {
    add(figures, { group, venues: 1, covered: inScope > 0 ? 1 : 0, inScope, trained })
  }
  return figures
}

type Counted = {
  group: DistrictGroup | null
  venues: number
  covered: number
  inScope: number
  trained: number
}

function emptyFigures(): DistrictFigures {
  const none = districtGroups.map((group): [DistrictGroup, number] => [group, 0])
  return {
    groups: Object.fromEntries(none) as DistrictFigures['groups'],
    coverage: { venues: 0, inScope: 0, trained: 0 },
  }
}

function add({ groups, coverage }: DistrictFigures, each: Counted): void {
  if (each.group) groups[each.group] += each.venues
  coverage.venues += each.covered
  coverage.inScope += each.inScope
  coverage.trained += each.trained
}

/**
 * Sums by group, and the venues that wait to be counted, in one statement: what is summed and what
 * waits are of the same moment, so that no venue is counted twice or not at all. A merged venue is kept
 * in no group; that it is not asked for here lets an index of the venues answer alone.
 */
const keptRows = prepared((db) => {
  const here = eq(venues.districtId, sql.placeholder('districtId'))
  const today = sql.placeholder('today')
  const marked = db
    .select({ one: sql`1` })
    .from(venueChanges)
    .where(eq(venueChanges.venueId, venueStandings.venueId))
  const kept = db
    .select({
      group: sql<DistrictGroup | null>`${venueStandings.group}`.as('kept_group'),
      venues: count(),
      covered: sql<number>`sum(${venueStandings.inScope} > 0)`,
      inScope: sum(venueStandings.inScope).mapWith(Number),
      trained: sum(venueStandings.trained).mapWith(Number),
      waiting: sql<VenueId | null>`null`,
    })
    .from(venueStandings)
    .innerJoin(venues, eq(venues.id, venueStandings.venueId))
    .where(
      and(
        here,
        isNotNull(venueStandings.group),
        or(isNull(venueStandings.changesOn), gt(venueStandings.changesOn, today)),
        notExists(marked),
      ),
    )
    .groupBy(venueStandings.group)
  const nothing = {
    group: sql<DistrictGroup | null>`null`,
    venues: sql<number>`0`,
    covered: sql<number>`0`,
    inScope: sql<number>`0`,
    trained: sql<number>`0`,
  }
  const changed = db
    .select({ ...nothing, waiting: sql<VenueId | null>`${venueChanges.venueId}` })
    .from(venueChanges)
    .innerJoin(venues, eq(venues.id, venueChanges.venueId))
    .where(here)
  const dated = db
    .select({ ...nothing, waiting: sql<VenueId | null>`${venueStandings.venueId}` })
    .from(venueStandings)
    .innerJoin(venues, eq(venues.id, venueStandings.venueId))
    .where(and(here, lte(venueStandings.changesOn, today)))
  return unionAll(kept, changed, dated)
})
