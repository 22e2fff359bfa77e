import { eq, lte } from 'drizzle-orm'
import type { RateLimiterRes, RateLimiterStoreAbstract } from 'rate-limiter-flexible'
import Res from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import Store from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import type { Reader, Tx } from '~db/open.server'
import { rateLimits } from '~db/schema'
import type { Allowance } from './limits'

/** The handle and the clock of one request: the counter has neither of its own. */
type Asking = { tx: Reader; now: Date }
type Counter = { points: number; msLeft: number }

/** Counters of `rate-limiter-flexible` in the table `rate_limits`, in the caller's transaction, by the caller's clock. */
class LimitStore extends (Store as unknown as new (options: object) => RateLimiterStoreAbstract) {
  async _get(key: string, { tx, now }: Asking): Promise<Counter | null> {
    const [row] = await tx.select().from(rateLimits).where(eq(rateLimits.key, key))
    const msLeft = row?.expiresAt ? row.expiresAt.getTime() - now.getTime() : 0
    return row && msLeft > 0 ? { points: row.points, msLeft } : null
  }

  async _upsert(key: string, points: number, ms: number, afresh: boolean, asking: Asking) {
    const tx = asking.tx as Tx
    const before = afresh ? null : await this._get(key, asking)
    const counter = { points: points + (before?.points ?? 0), msLeft: before?.msLeft ?? ms }
    const expiresAt = new Date(asking.now.getTime() + counter.msLeft)
    const kept = { points: counter.points, expiresAt }
    await tx
      .insert(rateLimits)
      .values({ key, ...kept })
      .onConflictDoUpdate({ target: rateLimits.key, set: kept })
    return counter
  }

  async _delete(key: string, { tx }: Asking): Promise<boolean> {
    const gone = await (tx as Tx).delete(rateLimits).where(eq(rateLimits.key, key)).returning()
    return gone.length > 0
  }

  _getRateLimiterRes(_: string, changed: number, { points, msLeft }: Counter): RateLimiterRes {
    const allowed = (this as unknown as { points: number }).points
    return new Res(Math.max(allowed - points, 0), msLeft, points, points === changed)
  }
}

const stores = new Map<string, LimitStore>()

/** The counters of one allowance. They hold no state: that is in the database alone. */
export function countersOf({ points, seconds }: Allowance): LimitStore {
  const id = `${points}/${seconds}`
  const known = stores.get(id)
  if (known) return known
  const made = new LimitStore({ points, duration: seconds, keyPrefix: '' })
  stores.set(id, made)
  return made
}

/** Removes the counters whose time is over. */
export async function forgetLimits(tx: Tx, now: Date): Promise<void> {
  await tx.delete(rateLimits).where(lte(rateLimits.expiresAt, now))
}
