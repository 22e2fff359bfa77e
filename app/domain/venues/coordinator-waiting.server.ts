import { and, asc, count, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { applications, districts, memberships, people, responses, venues } from '~db/schema'
import type { ApplicationState } from '~db/vocabulary'
import { amendmentHearBy, isAmended } from '../amendment-waits'
import type { Reading } from '../context'
import type { ApplicationId, PersonId } from '../ids'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import type { WaitingView } from './waiting-views'

/** Each of these states follows a share, so nothing here tells of a draft. */
const stateOf: Record<WaitingView, ApplicationState> = {
  liaison: 'shared',
  certificate: 'ready',
  venue: 'in_conversation',
}

export type WaitingFilter = {
  view: WaitingView
  /** The slug of a district. */
  district?: string
  liaison?: PersonId | null
  after?: ApplicationId | null
  most?: number
}

const pageSize = 50

/** What waits, a page at a time: the oldest promise first, and where none was made the longest wait. */
export async function waitingPage({ db, actor }: Reading, filter: WaitingFilter) {
  permit(canInviteVenues(actor))
  const { view, most = pageSize } = filter
  const narrow = narrowed(filter)
  const ofState = eq(applications.state, stateOf[view])
  const asked = and(view === 'liaison' ? or(ofState, isAmended) : ofState, narrow)
  const order = view === 'liaison' ? promise : applications.stateSince
  const found = await db
    .select({
      id: applications.id,
      venue: venues.name,
      districtId: venues.districtId,
      district: districts.name,
      since: applications.stateSince,
      hearBy: applications.hearBy,
      amendmentHearBy,
      liaison: people.name,
      title: people.title,
      readyBy: readyBy(view),
    })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .leftJoin(people, eq(people.id, applications.liaisonId))
    .where(and(asked, await beyond({ db }, order, filter.after ?? null)))
    .orderBy(asc(order), asc(applications.id))
    .limit(most + 1)
  const all = db.select({ total: count() }).from(applications)
  const [counted] = narrow
    ? await all
        .innerJoin(venues, eq(venues.id, applications.venueId))
        .leftJoin(districts, eq(districts.id, venues.districtId))
        .where(asked)
    : await all.where(asked)
  const rows = found.slice(0, most)
  return {
    rows,
    total: counted?.total ?? 0,
    next: found.length > most ? (rows.at(-1)?.id ?? null) : null,
  }
}

export type WaitingRow = Awaited<ReturnType<typeof waitingPage>>['rows'][number]

const promise = sql<string>`coalesce(${amendmentHearBy}, ${applications.hearBy}, '9999')`

/** Who found everything in place: where two people accredit, it is somebody else's turn. */
function readyBy(view: WaitingView): SQL<string | null> {
  if (view !== 'certificate') return sql<null>`null`
  return sql<string | null>`(select trim(coalesce(author.title, '') || ' ' || author.name)
    from ${responses} inner join ${people} author on author.id = ${responses.authorId}
    where ${responses.applicationId} = ${applications.id} and ${responses.sentAt} is not null
    order by ${responses.sentAt} desc limit 1)`
}

/** A liaison is waited for by what they began to read, and by all that nobody has begun in their districts. */
function narrowed({ district, liaison }: WaitingFilter) {
  const own = liaison
    ? or(
        eq(applications.liaisonId, liaison),
        and(
          isNull(applications.liaisonId),
          sql`${venues.districtId} in (select ${memberships.districtId} from ${memberships}
            where ${memberships.personId} = ${liaison} and ${memberships.role} = 'liaison'
            and ${memberships.endedAt} is null)`,
        ),
      )
    : undefined
  return and(district ? eq(districts.slug, district) : undefined, own)
}

async function beyond(
  { db }: Pick<Reading, 'db'>,
  order: SQL<string> | typeof applications.stateSince,
  after: ApplicationId | null,
) {
  if (!after) return undefined
  const [last] = await db
    .select({ at: sql<string | number>`${order}` })
    .from(applications)
    .where(eq(applications.id, after))
  if (!last) return undefined
  return or(sql`${order} > ${last.at}`, and(sql`${order} = ${last.at}`, gt(applications.id, after)))
}
