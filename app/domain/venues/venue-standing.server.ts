import { type SQL, sql } from 'drizzle-orm'
import type { VenueStanding } from '~/words/en/standings'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import { notMerged } from '../live-venues.server'

/**
 * How each row of `venues` stands with the program. An application counts once it was shared;
 * before that a venue with people has joined, and nothing more is said.
 */
export function standingAt(now: Date): SQL<VenueStanding> {
  return sql<VenueStanding>`coalesce(
    (select state from applications
      where applications.venue_id = venues.id and state not in ('exploring', 'drafting')
        and exists (select 1 from rounds where rounds.application_id = applications.id)
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

/**
 * How many venues stand where. Only those that something has happened with are looked at, so that a
 * long list of venues not invited yet costs nothing.
 */
export async function venuesByStanding(db: Reader, now: Date): Promise<Map<VenueStanding, number>> {
  const engaged = db
    .select({ standing: sql<VenueStanding>`${standingAt(now)}`.as('standing') })
    .from(venues)
    .where(sql`${notMerged} and venues.id in (
      select venue_id from applications union select venue_id from memberships
      union select venue_id from join_requests union select venue_id from invitations)`)
    .as('engaged')
  const rows = await db
    .select({ standing: engaged.standing, venues: sql<number>`count(*)` })
    .from(engaged)
    .groupBy(sql`${engaged.standing}`)
  const counts = new Map(rows.map(({ standing, venues }) => [standing, venues]))
  counts.delete('not_invited')
  const others = [...counts.values()].reduce((sum, count) => sum + count, 0)
  counts.set('not_invited', (await db.$count(venues, notMerged)) - others)
  return counts
}
