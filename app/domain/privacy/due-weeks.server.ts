import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { removals } from '~db/schema'
import { addDays, type Day } from '../dates'
import { daysKept, noticeDaysOf, ruleOf } from '../retention-schedule.server'
import { programOf } from '../standards/program.server'
import { endOfDay, lastDayOfNotice, spanOf, type Weeks, weekOf, weeksOf } from './notice'
import { type WeeklyRule, weeklyKinds } from './retention-kinds.server'

const day = 86_400_000

/** Things of one kind and some weeks that will be removed, and the moment from which they may be. */
export type DueWeeks = { rule: WeeklyRule; weeks: Weeks; count: number; removeAfter: Date }

/**
 * The weeks of which everything is older than its rule says and which are not on the list yet. They
 * are one line, or more where something that is kept longer lies between them.
 */
export async function dueWeeks(db: Reader, rule: WeeklyRule, now: Date): Promise<DueWeeks[]> {
  const { timeZone } = await programOf(db)
  const kind = weeklyKinds[rule]
  const oldest = await kind.oldest(db)
  if (!oldest) return []
  const before = new Date(now.getTime() - daysKept(rule) * day)
  const listed = await listedWeeks(db, rule)
  const isListed = (monday: Day) => listed.some(({ from, to }) => from <= monday && monday <= to)
  const stretches: Weeks[] = []
  for (let monday = weekOf(oldest, timeZone); ; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    if (endOfDay(sunday, timeZone) > before) break
    if (isListed(monday)) continue
    const last = stretches.at(-1)
    if (last && addDays(last.to, 1) === monday) last.to = sunday
    else stretches.push({ from: monday, to: sunday })
  }
  const found: DueWeeks[] = []
  const removeAfter = noticeEnds(rule, now, timeZone)
  for (const weeks of stretches) {
    const count = await kind.count(db, spanOf(weeks, timeZone))
    if (count > 0) found.push({ rule, weeks, count, removeAfter })
  }
  return found
}

/** The same for every rule. */
export async function allDueWeeks(db: Reader, now: Date): Promise<DueWeeks[]> {
  const due: DueWeeks[] = []
  for (const rule of Object.keys(weeklyKinds) as WeeklyRule[]) {
    due.push(...(await dueWeeks(db, rule, now)))
  }
  return due
}

/** The end of the last day on which what is listed at a moment is still there. */
export function noticeEnds(ruleId: string, listedAt: Date, timeZone: string): Date {
  const rule = ruleOf(ruleId)
  if (!rule) throw new Error(`The retention schedule has no rule ${ruleId}.`)
  return endOfDay(lastDayOfNotice(listedAt, noticeDaysOf(rule), timeZone), timeZone)
}

async function listedWeeks(db: Reader, rule: string): Promise<Weeks[]> {
  const rows = await db
    .select({ weeks: removals.subjectId })
    .from(removals)
    .where(and(eq(removals.rule, rule), isNull(removals.removedAt)))
  return rows.map(({ weeks }) => weeksOf(weeks))
}
