import { and, eq, exists, inArray, isNull, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applicationAccess, applications, districts, rounds, venues } from '~db/schema'
import type { AccessKind, ApplicationKind, ApplicationState } from '~db/vocabulary'
import { isAmended } from '../amendment-waits'
import type { Actor } from '../context'
import { districtsOnDesk } from '../permissions/desk'
import type { DeskView } from './desk-views'

export const statesOf: Record<DeskView, ApplicationState[]> = {
  waiting: ['shared'],
  ready: ['ready'],
  with_venue: ['in_conversation', 'refresh_due'],
  resting: ['accredited', 'paused', 'stepped_away'],
}

/** What a view of the desk shows: a change of an accredited venue waits as a share does. */
export function inView(view: DeskView): SQL | undefined {
  const states = inArray(applications.state, statesOf[view])
  return view === 'waiting' ? or(states, isAmended) : and(states, not(isAmended))
}

/** What one application is to the actor beside their districts, to be joined. */
export function accessOf(actor: Actor): SQL | undefined {
  return and(
    eq(applicationAccess.applicationId, applications.id),
    eq(applicationAccess.personId, actor.person.id),
    isNull(applicationAccess.endedAt),
  )
}

/**
 * What stands on somebody's desk: what their districts shared and what they are a guest of, without
 * what they stepped back from. For queries over applications. It names sets of ids, so that the
 * database goes through one's own venues, and not through everybody's.
 */
export function onDeskOf(db: Reader, actor: Actor): SQL | undefined {
  const shared = exists(
    db.select({ one: sql`1` }).from(rounds).where(eq(rounds.applicationId, applications.id)),
  )
  const whereOneIs = (...kinds: AccessKind[]) =>
    db
      .select({ id: applicationAccess.applicationId })
      .from(applicationAccess)
      .where(
        and(
          eq(applicationAccess.personId, actor.person.id),
          isNull(applicationAccess.endedAt),
          inArray(applicationAccess.kind, kinds),
        ),
      )
  const stays = notInArray(applications.id, whereOneIs('recused'))
  const own = districtsOnDesk(actor)
  if (own === 'all') return and(shared, stays)
  const guest = inArray(applications.id, whereOneIs('reader', 'second_look'))
  if (own.length === 0) return and(shared, stays, guest)
  const near = db.select({ id: venues.id }).from(venues).where(inArray(venues.districtId, own))
  return and(shared, stays, or(inArray(applications.venueId, near), guest))
}

export type Narrowing = { district: string; kind: ApplicationKind | ''; changed: 'yes' | '' }

/** One district (by its slug), first accreditations or renewals alone, and only what is new. */
export function narrowedTo(
  db: Reader,
  { district, kind, changed }: Narrowing,
  news: SQL | undefined,
): SQL | undefined {
  return and(
    changed ? news : undefined,
    district
      ? inArray(
          applications.venueId,
          db
            .select({ id: venues.id })
            .from(venues)
            .innerJoin(districts, eq(districts.id, venues.districtId))
            .where(eq(districts.slug, district)),
        )
      : undefined,
    kind ? eq(applications.kind, kind) : undefined,
  )
}
