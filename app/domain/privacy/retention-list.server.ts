import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { events, people, removals, venues } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { PersonId, RemovalId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canLookAfterRetention } from '../permissions/privacy'
import { programOf } from '../standards/program.server'
import { leavingRule } from './leaving.server'
import { spanOf, type Weeks, weeksOf } from './notice'
import type { Removal } from './remove-listed.server'
import { isWeekly, weeklyKinds } from './retention-kinds.server'

/** What one line of the list stands for, without what is in it. */
export type Listed = Removal & {
  /** The venue that left; null for things of many venues. */
  venue: string | null
  weeks: Weeks | null
  count: number
  keptByName: string | null
}

type Asking = Pick<Reading, 'db' | 'actor'>

const pageSize = 20

/** What will be removed, what goes first at the top, a page at a time. For coordinators. */
export async function retentionList({ db, actor }: Asking, after: RemovalId | null = null) {
  permit(canLookAfterRetention(actor))
  const [last] = after ? await db.select().from(removals).where(eq(removals.id, after)) : []
  const { removeAfter, id } = removals
  const rest = last
    ? or(gt(removeAfter, last.removeAfter), and(eq(removeAfter, last.removeAfter), gt(id, last.id)))
    : undefined
  const open = isNull(removals.removedAt)
  const rows = await db
    .select()
    .from(removals)
    .where(and(open, rest))
    .orderBy(asc(removeAfter), asc(id))
    .limit(pageSize + 1)
  return {
    lines: await described(db, rows.slice(0, pageSize)),
    total: await db.$count(removals, open),
    next: rows.length > pageSize ? (rows[pageSize - 1]?.id ?? null) : null,
  }
}

/** All that is on the list, for whoever runs the server. */
export async function wholeRetentionList(db: Reader): Promise<Listed[]> {
  const rows = await db
    .select()
    .from(removals)
    .where(isNull(removals.removedAt))
    .orderBy(asc(removals.removeAfter), asc(removals.id))
  return described(db, rows)
}

/** One line that is still on the list. For coordinators. */
export async function removalFor({ db, actor }: Asking, id: RemovalId): Promise<Listed> {
  permit(canLookAfterRetention(actor))
  const rows = await db
    .select()
    .from(removals)
    .where(and(eq(removals.id, id), isNull(removals.removedAt)))
  const [line] = await described(db, rows)
  if (!line) throw new NotFound()
  return line
}

export type Removed = {
  id: string
  rule: string
  at: Date
  count: number
  venue: string | null
  weeks: Weeks | null
}

/** What was removed last, from the record. For coordinators. */
export async function removedLately({ db, actor }: Asking): Promise<Removed[]> {
  permit(canLookAfterRetention(actor))
  const rows = await db
    .select({ id: events.id, at: events.at, facts: events.facts, venue: venues.name })
    .from(events)
    .leftJoin(venues, eq(venues.id, events.venueId))
    .where(eq(events.kind, 'retention.removed'))
    .orderBy(desc(events.at), desc(events.sequence))
    .limit(pageSize)
  return rows.map(({ facts, ...row }) => ({
    ...row,
    rule: String(facts.rule),
    count: Number(facts.count ?? 1),
    weeks: facts.weeks ? weeksOf(String(facts.weeks)) : null,
  }))
}

async function described(db: Reader, rows: Removal[]): Promise<Listed[]> {
  const { timeZone } = await programOf(db)
  const left = rows.filter(({ rule }) => rule === leavingRule)
  const names = await namesOf(
    db,
    venues,
    left.map(({ subjectId }) => subjectId as VenueId),
  )
  const keepers = rows.flatMap(({ keptBy }) => keptBy ?? [])
  const keptBy = await namesOf(db, people, keepers)
  const lines: Listed[] = []
  for (const row of rows) {
    const { rule, subjectId } = row
    const weeks = isWeekly(rule) ? weeksOf(subjectId) : null
    const count =
      weeks && isWeekly(rule) ? await weeklyKinds[rule].count(db, spanOf(weeks, timeZone)) : 1
    const venue = names.get(row.subjectId) ?? null
    lines.push({ ...row, venue, weeks, count, keptByName: keptBy.get(row.keptBy ?? '') ?? null })
  }
  return lines
}

async function namesOf(
  db: Reader,
  table: typeof venues | typeof people,
  ids: (VenueId | PersonId)[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(inArray(table.id, ids as never))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
