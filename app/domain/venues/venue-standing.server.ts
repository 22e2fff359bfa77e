import { and, count, not, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import type { Reader } from '~db/open.server'
import { venueStandings, venues } from '~db/schema'
import type { VenueStanding } from '~db/vocabulary'
import type { Day } from '../dates'
import { notMerged } from '../live-venues.server'
import { todayIn } from '../standards/program.server'

/**
 * How each row of `venues` stands with the program, read anew. An application counts once it was
 * shared, and an accreditation while its certificate has not come to its end; before and after that
 * a venue with people has joined, and nothing more is said.
 */
export async function standingAt(db: Reader, now: Date): Promise<SQL<VenueStanding>> {
  return readAnew(now, await todayIn(db, now))
}

/**
 * The same as the clock keeps it, for lists and counts over all venues: only where something has
 * happened since, or time alone changes it, is it read anew. A venue that nothing is kept of is not
 * invited yet.
 */
export async function keptStanding(db: Reader, now: Date): Promise<SQL<VenueStanding>> {
  const today = await todayIn(db, now)
  return sql<VenueStanding>`case when venues.id in (${changedVenues(now, today)})
    then ${readAnew(now, today)}
    else coalesce((select standing from venue_standings where venue_id = venues.id), 'not_invited')
  end`
}

/** How many venues stand where. A long list of venues not invited yet costs nothing. */
export async function venuesByStanding(db: Reader, now: Date): Promise<Map<VenueStanding, number>> {
  const today = await todayIn(db, now)
  const kept = db
    .select({ standing: sql<VenueStanding>`${venueStandings.standing}`, venues: count() })
    .from(venueStandings)
    // Merged venues are few: an index alone answers, where a join would read every venue.
    .where(
      sql`venue_id not in (select id from venues where ${not(notMerged)}
        union all ${changedVenues(now, today)})`,
    )
    .groupBy(venueStandings.standing)
  const changed = db
    .select({ standing: readAnew(now, today), venues: sql<number>`1` })
    .from(venues)
    .where(and(notMerged, sql`venues.id in (${changedVenues(now, today)})`))
  const counts = new Map<VenueStanding, number>()
  for (const { standing, venues } of await unionAll(kept, changed)) {
    counts.set(standing, (counts.get(standing) ?? 0) + venues)
  }
  counts.delete('not_invited')
  const others = [...counts.values()].reduce((sum, each) => sum + each, 0)
  counts.set('not_invited', (await db.$count(venues, notMerged)) - others)
  return counts
}

/** The venues whose kept standing may not hold any more. A code runs out at its moment, all else with a day. */
function changedVenues(now: Date, today: Day): SQL {
  return sql`select venue_id from venue_changes
    union all select venue_id from venue_standings where changes_on <= ${today} or standing is null
    union all select venue_standings.venue_id from venue_standings
      inner join invitations on invitations.venue_id = venue_standings.venue_id
      where standing = 'invited' and used_at is null and withdrawn_at is null
        and expires_at <= ${now.getTime()}`
}

function readAnew(now: Date, today: Day): SQL<VenueStanding> {
  return sql<VenueStanding>`coalesce(
    (select state from applications
      where applications.venue_id = venues.id and state not in ('exploring', 'drafting')
        and exists (select 1 from rounds where rounds.application_id = applications.id)
        and not (state in ('accredited', 'refresh_due') and exists (select 1 from certificates
          where certificates.application_id = applications.id
            and (ended_on <= ${today} or expires_on < ${today})))
      order by case state when 'accredited' then 0 when 'refresh_due' then 1 when 'ready' then 2
        when 'in_conversation' then 3 when 'shared' then 4 when 'paused' then 5 else 6 end
      limit 1),
    case
      when exists (select 1 from memberships where memberships.venue_id = venues.id
        and ended_at is null and confirmed_at is not null) then 'team'
      when exists (select 1 from join_requests where join_requests.venue_id = venues.id
        and state = 'waiting') then 'asked'
      else (select case when expires_at > ${now.getTime()} then 'invited' else 'invitation_over' end
        from invitations where invitations.venue_id = venues.id
        and used_at is null and withdrawn_at is null)
    end,
    'not_invited')`
}
