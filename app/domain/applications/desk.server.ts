import { and, asc, count, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { paths } from '~/paths'
import { roundWords } from '~/words/en/feedback'
import { staffRead } from '~/words/en/states'
import type { Reader } from '~db/open.server'
import { applications, certificates, districts, rounds, venues } from '~db/schema'
import { matchesWords } from '~db/search.server'
import type { ApplicationState } from '~db/vocabulary'
import type { Actor, Reading } from '../context'
import { type Day, dayOf, daysBetween } from '../dates'
import type { ApplicationId } from '../ids'
import { districtsOnDesk } from '../permissions/desk'
import { programOf } from '../standards/program.server'
import { type DeskView, deskViews } from './desk-views'
import { stateFacts } from './state-facts'

const statesOf: Record<DeskView, ApplicationState[]> = {
  waiting: ['shared'],
  ready: ['ready'],
  with_venue: ['in_conversation', 'refresh_due'],
  resting: ['accredited', 'paused', 'stepped_away'],
}

export type DeskFilter = { view: DeskView; words?: string; after?: string }

const pageSize = 25

/**
 * A liaison's desk: the applications of their districts that were shared, a coordinator's of all. The
 * oldest promise stands first. What was never shared is not here, not even as a count.
 */
export async function deskOf({ db, actor, now }: Reading, { view, words, after }: DeskFilter) {
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const counts = await countsOf(db, actor)
  const found = await rowsOf(db, actor, { view, words: words ?? '', after: after ?? '' })
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  return {
    view,
    words: words ?? '',
    counts,
    total: counts[view],
    next: found.length > pageSize && last ? cursorOf(last) : null,
    rows: rows.map((row) => deskRow(row, today, timeZone)),
  }
}

export type Desk = Awaited<ReturnType<typeof deskOf>>

function mine(actor: Actor) {
  const shared = sql`exists (select 1 from ${rounds} where ${rounds.applicationId} = ${applications.id})`
  const own = districtsOnDesk(actor)
  if (own === 'all') return shared
  return and(shared, own.length > 0 ? inArray(venues.districtId, own) : sql`0 = 1`)
}

async function countsOf(db: Reader, actor: Actor): Promise<Record<DeskView, number>> {
  const found = await db
    .select({ state: applications.state, count: count() })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .where(mine(actor))
    .groupBy(applications.state)
  const counts = { waiting: 0, ready: 0, with_venue: 0, resting: 0 }
  for (const view of deskViews) {
    for (const row of found) if (statesOf[view].includes(row.state)) counts[view] += row.count
  }
  return counts
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

async function rowsOf(db: Reader, actor: Actor, { view, words, after }: Required<DeskFilter>) {
  const [promise = '', id = ''] = after.split('~')
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
      until: sql<Day | null>`(select max(${certificates.expiresOn}) from ${certificates} where ${certificates.venueId} = ${applications.venueId})`,
      rounds: sql<number>`(select count(*) from ${rounds} where ${rounds.applicationId} = ${applications.id})`,
    })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(
      and(
        mine(actor),
        inArray(applications.state, statesOf[view]),
        await matchesWords(db, words),
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

function deskRow(row: Row, today: Day, timeZone: string) {
  const facts = stateFacts(row, { today, timeZone }, { until: row.until })
  const left = row.hearBy ? daysBetween(today, row.hearBy) : null
  return {
    id: row.id,
    to: paths.review(row.id),
    venue: row.venue,
    about: [row.address, row.district].filter(Boolean).join(', '),
    round: roundWords.round(row.rounds),
    renewal: row.kind === 'renewal',
    state: staffRead(facts) ?? '',
    waits: roundWords.waiting(facts.daysSince),
    promise:
      row.state === 'shared' && row.hearBy && left !== null
        ? roundWords.promise(left, row.hearBy)
        : '',
    soon: row.state === 'shared' && left !== null && left <= 2,
  }
}
