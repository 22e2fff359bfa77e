import { and, asc, isNull, lte } from 'drizzle-orm'
import type { Database, Tx } from '~db/open.server'
import { removals } from '~db/schema'
import { recordEvent } from '../events.server'
import { newId } from '../ids'
import { forgetUnheld } from '../venues/erase-files.server'
import { type DueWeeks, dueWeeks } from './due-weeks.server'
import { weeksText } from './notice'
import { removeListed } from './remove-listed.server'
import { type WeeklyRule, weeklyKinds } from './retention-kinds.server'

/**
 * Lists what the retention schedule says is due, and removes what has stood on the list for its days
 * and is not kept longer: nothing is removed that was not listed. `forget` removes the bytes of a file,
 * after the rows are gone. Answers how many lines it listed and how many it removed.
 */
export async function keepRetention(
  db: Database,
  now: Date,
  forget: (fileKey: string) => Promise<void>,
): Promise<{ listed: number; removed: number }> {
  let listed = 0
  for (const rule of Object.keys(weeklyKinds) as WeeklyRule[]) {
    // Most of the time nothing is due, and nobody has to wait for a writer to find that out.
    if ((await dueWeeks(db, rule, now)).length === 0) continue
    listed += await db.transaction(async (tx) => {
      const due = await dueWeeks(tx, rule, now)
      for (const weeks of due) await list(tx, weeks, now)
      return due.length
    })
  }
  const ripe = await db
    .select({ id: removals.id })
    .from(removals)
    .where(and(isNull(removals.removedAt), lte(removals.removeAfter, now)))
    .orderBy(asc(removals.removeAfter))
    .limit(100)
  let removed = 0
  for (const { id } of ripe) {
    const keys = await db.transaction((tx) => removeListed(tx, id, now))
    if (!keys) continue
    removed += 1
    await forgetUnheld(db, keys, forget)
  }
  return { listed, removed }
}

async function list(tx: Tx, due: DueWeeks, now: Date): Promise<void> {
  const { rule, count, removeAfter } = due
  const weeks = weeksText(due.weeks)
  const id = newId('rmv')
  await tx.insert(removals).values({ id, rule, subjectId: weeks, listedAt: now, removeAfter })
  await recordEvent(tx, {
    kind: 'retention.listed',
    ...{ actor: null, at: now, origin: null, subjectId: id, facts: { rule, weeks, count } },
  })
}
