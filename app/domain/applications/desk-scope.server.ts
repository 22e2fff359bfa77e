import { and, eq, exists, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applicationAccess, applications, districts, responses, rounds, venues } from '~db/schema'
import type { ApplicationKind, ApplicationState } from '~db/vocabulary'
import type { Actor } from '../context'
import type { Day } from '../dates'
import { districtsOnDesk } from '../permissions/desk'
import type { DeskView } from './desk-views'

export const statesOf: Record<DeskView, ApplicationState[]> = {
  waiting: ['shared'],
  ready: ['ready'],
  with_venue: ['in_conversation', 'refresh_due'],
  resting: ['accredited', 'paused', 'stepped_away'],
}

/** The day by which a venue hears of a change that it shared after its accreditation; null where none waits. */
export const amendmentHearBy = sql<Day | null>`(select ${rounds.hearBy} from ${rounds}
  where ${rounds.applicationId} = ${applications.id} and ${rounds.amendment} is not null
  and not exists (select 1 from ${responses}
    where ${responses.roundId} = ${rounds.id} and ${responses.sentAt} is not null))`

/** What a view of the desk shows: a change of an accredited venue waits as a share does. */
export function inView(view: DeskView): SQL | undefined {
  const states = inArray(applications.state, statesOf[view])
  return view === 'waiting'
    ? or(states, isNotNull(amendmentHearBy))
    : and(states, isNull(amendmentHearBy))
}

/** What one application is to the actor beside their districts; joined by every query of the desk. */
export function accessOf(actor: Actor): SQL | undefined {
  return and(
    eq(applicationAccess.applicationId, applications.id),
    eq(applicationAccess.personId, actor.person.id),
    isNull(applicationAccess.endedAt),
  )
}

/**
 * What stands on somebody's desk: what their districts shared and what they are a guest of, without
 * what they stepped back from. For queries that join the venue and `accessOf`.
 */
export function onDeskOf(db: Reader, actor: Actor): SQL | undefined {
  const shared = exists(
    db.select({ one: sql`1` }).from(rounds).where(eq(rounds.applicationId, applications.id)),
  )
  const stays = or(isNull(applicationAccess.kind), ne(applicationAccess.kind, 'recused'))
  const own = districtsOnDesk(actor)
  if (own === 'all') return and(shared, stays)
  const guest = inArray(applicationAccess.kind, ['reader', 'second_look'])
  return and(shared, stays, own.length > 0 ? or(inArray(venues.districtId, own), guest) : guest)
}

export type Narrowing = { district: string; kind: ApplicationKind | ''; changed: 'yes' | '' }

/** One district (by its slug), first accreditations or renewals alone, and only what is new. */
export function narrowedTo(
  { district, kind, changed }: Narrowing,
  news: SQL | undefined,
): SQL | undefined {
  return and(
    changed ? news : undefined,
    district
      ? sql`${venues.districtId} = (select ${districts.id} from ${districts} where ${districts.slug} = ${district})`
      : undefined,
    kind ? eq(applications.kind, kind) : undefined,
  )
}
