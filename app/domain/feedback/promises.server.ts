import { and, asc, count, desc, eq, gt, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { paths } from '~/paths'
import { formatDayOf } from '~/words/en/format'
import { promiseWords } from '~/words/en/promises'
import { applicationAccess, applications, responseItems, responses, venues } from '~db/schema'
import { accessOf } from '../applications/desk-scope.server'
import type { Reading } from '../context'
import { dayOf, daysBetween } from '../dates'
import type { ItemId } from '../ids'
import { canKeepPromises } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { due, isOpen, offeredBy, promises } from './promise-rows.server'

export type PromiseFilter = { show: 'open' | 'given'; after?: string }

const pageSize = 25

/**
 * The help that somebody offered in the letters they sent, what is late first. A step that the venue
 * declined or had already asks for no help, and neither does a venue that stepped away.
 */
export async function promisesOf({ db, actor, now }: Reading, { show, after = '' }: PromiseFilter) {
  permit(canKeepPromises(actor))
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const [key = '', id = ''] = after.split('~')
  const found = await promises(db, actor)
    .where(
      and(
        offeredBy(db, actor),
        show === 'open' ? isOpen : isNotNull(responseItems.helpGivenAt),
        id ? beyond(show, key, id as ItemId) : undefined,
      ),
    )
    .orderBy(
      ...(show === 'open' ? [asc(due)] : [desc(responseItems.helpGivenAt)]),
      asc(responseItems.id),
    )
    .limit(pageSize + 1)
  const rows = found.slice(0, pageSize)
  const last = found.length > pageSize ? rows.at(-1) : undefined
  return {
    show,
    counts: await promiseCounts({ db, actor, now }),
    next: last ? `${last.givenAt ? last.givenAt.getTime() : last.due}~${last.id}` : null,
    rows: rows.map((row) => ({
      id: row.id,
      venue: row.venue,
      help: row.help ?? '',
      step: row.words,
      letter: paths.reviewLetter(row.applicationId, row.responseId),
      agreed: promiseWords.agreed(row.answer),
      when: row.givenAt
        ? promiseWords.given(formatDayOf(row.givenAt, timeZone))
        : promiseWords.due(daysBetween(today, row.due), row.due),
      late: !row.givenAt && row.due < today,
    })),
  }
}

/** How many promises of somebody are open, how many of them are late, and how many were kept. */
export async function promiseCounts({ db, actor, now }: Reading) {
  const { timeZone } = await programOf(db)
  const late = sql`${due} < ${dayOf(now, timeZone)}`
  const [row] = await db
    .select({
      open: sql<number>`coalesce(sum(case when ${isOpen} then 1 else 0 end), 0)`,
      late: sql<number>`coalesce(sum(case when ${and(isOpen, late)} then 1 else 0 end), 0)`,
      given: count(responseItems.helpGivenAt),
    })
    .from(responseItems)
    .innerJoin(responses, eq(responses.id, responseItems.responseId))
    .innerJoin(applications, eq(applications.id, responses.applicationId))
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(applicationAccess, accessOf(actor))
    .where(offeredBy(db, actor))
  return row ?? { open: 0, late: 0, given: 0 }
}

function beyond(show: PromiseFilter['show'], key: string, id: ItemId): SQL | undefined {
  const later = gt(responseItems.id, id)
  if (show === 'open') return or(sql`${due} > ${key}`, and(sql`${due} = ${key}`, later))
  const at = new Date(Number(key) || 0)
  const { helpGivenAt } = responseItems
  return or(lt(helpGivenAt, at), and(eq(helpGivenAt, at), later))
}
