import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import {
  applicationAccess,
  applications,
  certificates,
  districts,
  people,
  responses,
  rounds,
  venues,
} from '~db/schema'
import { matchesWords } from '~db/search.server'
import { amendmentHearBy, isAmended } from '../amendment-waits'
import type { Actor } from '../context'
import type { Day } from '../dates'
import type { ApplicationId, PersonId } from '../ids'
import { accessOf, inView, type Narrowing, onDeskOf } from './desk-scope.server'
import type { DeskView } from './desk-views'

export type DeskFilter = { view: DeskView; words?: string; after?: string } & Partial<Narrowing>

export const pageSize = 25

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/** Something of whoever sent the newest letter to an application. */
function lastLetter(what: string): SQL {
  return sql`(select ${sql.raw(what)} from ${responses}
    inner join ${people} author on author.id = ${responses.authorId}
    where ${responses.applicationId} = ${applications.id} and ${responses.sentAt} is not null
    order by ${responses.sentAt} desc limit 1)`
}

/** One row more than a page has, so that the caller knows whether there is another. */
export async function rowsOf(
  db: Reader,
  actor: Actor,
  filter: Required<DeskFilter>,
  narrowing: SQL | undefined,
) {
  const [promise = '', id = ''] = filter.after.split('~')
  const order = sql<string>`coalesce(case when ${isAmended} then ${amendmentHearBy} end, ${applications.hearBy}, '9999')`
  return db
    .select({
      id: applications.id,
      state: applications.state,
      stateSince: applications.stateSince,
      hearBy: applications.hearBy,
      amendmentHearBy,
      readyById: sql<PersonId | null>`${lastLetter('author.id')}`,
      readyBy: sql<
        string | null
      >`${lastLetter("trim(coalesce(author.title, '') || ' ' || author.name)")}`,
      kind: applications.kind,
      venueId: applications.venueId,
      districtId: venues.districtId,
      venue: venues.name,
      address: venues.address,
      district: districts.name,
      liaisonId: applications.liaisonId,
      liaison: people.name,
      title: people.title,
      access: applicationAccess.kind,
      until: sql<Day | null>`(select max(${certificates.expiresOn}) from ${certificates} where ${certificates.venueId} = ${applications.venueId})`,
      begun: sql<
        0 | 1
      >`exists (select 1 from ${responses} where ${responses.applicationId} = ${applications.id} and ${responses.sentAt} is null)`,
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
        narrowing,
        inView(filter.view),
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

export function cursorOf({ amendmentHearBy, hearBy, id }: Row): string {
  return `${amendmentHearBy ?? hearBy ?? '9999'}~${id}`
}
