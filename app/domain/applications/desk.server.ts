import { and, asc, count, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import {
  applicationAccess,
  applications,
  certificates,
  districts,
  people,
  rounds,
  venues,
} from '~db/schema'
import { matchesWords } from '~db/search.server'
import type { Actor, Reading } from '../context'
import { type Day, dayOf } from '../dates'
import { districtsOf } from '../districts/queries.server'
import type { ApplicationId } from '../ids'
import { districtsOnDesk } from '../permissions/desk'
import { programOf } from '../standards/program.server'
import { deskRow } from './desk-row'
import { accessOf, type Narrowing, narrowedTo, onDeskOf, statesOf } from './desk-scope.server'
import { type DeskView, deskViews } from './desk-views'

export type DeskFilter = { view: DeskView; words?: string; after?: string } & Partial<Narrowing>

const pageSize = 25

/**
 * A liaison's desk: the applications of their districts that were shared and those they are a guest
 * of, a coordinator's of all. The oldest promise stands first. What was never shared is not here, not
 * even as a count, and neither is what they stepped back from.
 */
export async function deskOf({ db, actor, now }: Reading, filter: DeskFilter) {
  const { view, words = '', district = '', kind = '', after = '' } = filter
  const { timeZone } = await programOf(db)
  const clock = { today: dayOf(now, timeZone), timeZone }
  const asked = { view, words, district, kind, after }
  const counts = await countsOf(db, actor, asked)
  const found = await rowsOf(db, actor, asked)
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  return {
    filter: { view, words, district, kind },
    counts,
    total: counts[view],
    next: found.length > pageSize && last ? cursorOf(last) : null,
    districts: await districtChoices(db, actor),
    rows: rows.map((row) => deskRow(row, actor, clock)),
  }
}

export type Desk = Awaited<ReturnType<typeof deskOf>>

/** The districts that somebody can choose between: none where they have only one. */
async function districtChoices(db: Reader, actor: Actor) {
  const own = districtsOnDesk(actor)
  const all = await districtsOf(db)
  const held = own === 'all' ? all : all.filter(({ id }) => own.includes(id))
  return held.length > 1 ? held.map(({ slug, name }) => ({ value: slug, label: name })) : []
}

async function countsOf(
  db: Reader,
  actor: Actor,
  narrowing: Narrowing,
): Promise<Record<DeskView, number>> {
  const found = await db
    .select({ state: applications.state, count: count() })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(applicationAccess, accessOf(actor))
    .where(and(onDeskOf(db, actor), narrowedTo(narrowing)))
    .groupBy(applications.state)
  const counts = { waiting: 0, ready: 0, with_venue: 0, resting: 0 }
  for (const view of deskViews) {
    for (const row of found) if (statesOf[view].includes(row.state)) counts[view] += row.count
  }
  return counts
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

async function rowsOf(db: Reader, actor: Actor, filter: Required<DeskFilter>) {
  const [promise = '', id = ''] = filter.after.split('~')
  const order = sql<string>`coalesce(${applications.hearBy}, '9999')`
  return db
    .select({
      id: applications.id,
      state: applications.state,
      stateSince: applications.stateSince,
      hearBy: applications.hearBy,
      kind: applications.kind,
      venue: venues.name,
      address: venues.address,
      district: districts.name,
      liaisonId: applications.liaisonId,
      liaison: people.name,
      title: people.title,
      access: applicationAccess.kind,
      until: sql<Day | null>`(select max(${certificates.expiresOn}) from ${certificates} where ${certificates.venueId} = ${applications.venueId})`,
      rounds: sql<number>`(select count(*) from ${rounds} where ${rounds.applicationId} = ${applications.id})`,
    })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .leftJoin(people, eq(people.id, applications.liaisonId))
    .leftJoin(applicationAccess, accessOf(actor))
    .where(
      and(
        onDeskOf(db, actor),
        narrowedTo(filter),
        inArray(applications.state, statesOf[filter.view]),
        await matchesWords(db, filter.words),
        id
          ? or(
              gt(order, promise),
              and(eq(order, promise), gt(applications.id, id as ApplicationId)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(order), asc(applications.id))
    .limit(pageSize + 1)
}

function cursorOf({ hearBy, id }: Row): string {
  return `${hearBy ?? '9999'}~${id}`
}
