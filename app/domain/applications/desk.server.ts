import { count, type SQL, sql } from 'drizzle-orm'
import { newsWords } from '~/words/en/desk'
import { formatMoment } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { applications } from '~db/schema'
import { isAmended } from '../amendment-waits'
import type { Actor, Reading } from '../context'
import { dayOf } from '../dates'
import { districtChoices } from '../districts/own-districts.server'
import { programOf } from '../standards/program.server'
import { hasNews, lastLook, newsOf } from './desk-news.server'
import { deskRow } from './desk-row'
import { cursorOf, type DeskFilter, pageSize, rowsOf } from './desk-rows.server'
import { narrowedTo, onDeskOf, statesOf } from './desk-scope.server'
import { type DeskView, deskViews } from './desk-views'

/**
 * A liaison's desk: the applications of their districts that were shared and those they are a guest
 * of, a coordinator's of all. The oldest promise stands first. What was never shared is not here, not
 * even as a count, and neither is what they stepped back from.
 */
export async function deskOf({ db, actor, now }: Reading, filter: DeskFilter) {
  const { view, words = '', district = '', kind = '', changed = '', after = '' } = filter
  const { timeZone, settings } = await programOf(db)
  const { accreditedBy } = settings
  const clock = { today: dayOf(now, timeZone), timeZone, accreditedBy }
  const since = await lastLook(db, actor)
  // Before the first look there is nothing to compare with.
  const news = since ? await hasNews(db, actor, since) : sql`0 = 1`
  const asked = { view, words, district, kind, changed, after }
  const narrowing = narrowedTo(db, asked, news)
  const { counts, changes } = await countsOf(db, actor, narrowing, news)
  const found = await rowsOf(db, actor, asked, narrowing)
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const fresh = await newsOf(
    db,
    actor,
    rows.map(({ id }) => id),
    since,
  )
  return {
    filter: { view, words, district, kind, changed },
    news: newsLine(since, changes, now, timeZone),
    counts,
    total: counts[view],
    next: found.length > pageSize && last ? cursorOf(last) : null,
    districts: await districtChoices(db, actor),
    rows: rows.map((row) => deskRow(row, actor, clock, fresh.get(row.id))),
  }
}

export type Desk = Awaited<ReturnType<typeof deskOf>>

/** How many stand in each list as it is narrowed, and how many changed on the whole desk, in one pass. */
async function countsOf(
  db: Reader,
  actor: Actor,
  narrowing: SQL | undefined,
  news: SQL | undefined,
): Promise<{ counts: Record<DeskView, number>; changes: number }> {
  const found = await db
    .select({
      state: applications.state,
      amended: isAmended,
      count: narrowing ? countWhere(narrowing) : count(),
      changed: countWhere(news),
    })
    .from(applications)
    .where(onDeskOf(db, actor))
    .groupBy(applications.state, isAmended)
  const counts = { waiting: 0, ready: 0, with_venue: 0, resting: 0 }
  let changes = 0
  for (const row of found) {
    const own = deskViews.find((view) => statesOf[view].includes(row.state))
    const view = row.amended ? 'waiting' : own
    if (!view) continue
    counts[view] += row.count
    changes += row.changed
  }
  return { counts, changes }
}

function countWhere(condition: SQL | undefined): SQL<number> {
  return sql<number>`sum(case when ${condition} then 1 else 0 end)`
}

/** How many venues changed since the last look, on the whole desk, in a sentence. */
function newsLine(since: Date | null, changes: number, now: Date, timeZone: string) {
  const until = String(now.getTime())
  if (!since) return { looked: false, count: 0, words: newsWords.first, until }
  const words = newsWords.since(changes, formatMoment(since, timeZone))
  return { looked: true, count: changes, words, until }
}
