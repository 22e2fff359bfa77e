import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { rateLimits } from '~db/schema'
import type { Counted, LimitName } from './limits'
import { allowanceOf, keyOf, secondsOf } from './limits.server'

/** What failed, and for whom it is counted. */
export type Failing = { rule: LimitName; counted: Counted; id: string }

/**
 * How many failures there were within the time of their rule, up to as many as it bears, and the seconds
 * until the first of them no longer counts. Each is kept with its own end, so the time slides along with now.
 */
export async function failuresOf(db: Reader, now: Date, failing: Failing) {
  const live = await liveOf(db, now, placesOf(failing))
  const over = live[0]?.expiresAt?.getTime() ?? now.getTime()
  return { count: live.length, seconds: secondsOf(over - now.getTime()) }
}

/** Counts one more, in place of the oldest where there are as many as the rule bears, and answers how many there are. */
export async function countFailure(tx: Tx, now: Date, failing: Failing): Promise<number> {
  const places = placesOf(failing)
  const live = await liveOf(tx, now, places)
  const free = places.find((place) => !live.some(({ key }) => key === place))
  const key = free ?? live[0]?.key
  if (!key) return 0
  const { seconds } = allowanceOf(failing.rule, failing.counted)
  const kept = { points: 1, expiresAt: new Date(now.getTime() + seconds * 1000) }
  await tx
    .insert(rateLimits)
    .values({ key, ...kept })
    .onConflictDoUpdate({ target: rateLimits.key, set: kept })
  return live.length + 1
}

/** Begins to count anew. */
export async function forgetFailures(tx: Tx, failing: Failing): Promise<void> {
  for (const key of placesOf(failing)) await tx.delete(rateLimits).where(eq(rateLimits.key, key))
}

/** Those that count still, the oldest first. */
function liveOf(db: Reader, now: Date, places: string[]) {
  return db
    .select()
    .from(rateLimits)
    .where(and(inArray(rateLimits.key, places), gt(rateLimits.expiresAt, now)))
    .orderBy(asc(rateLimits.expiresAt))
}

/** One place in the table for each failure that the rule bears. */
function placesOf({ rule, counted, id }: Failing): string[] {
  const { points } = allowanceOf(rule, counted)
  return Array.from({ length: points }, (_, place) => keyOf(rule, counted, `${id}:${place}`))
}
