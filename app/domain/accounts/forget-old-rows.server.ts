import { lt } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { knownBrowsers, passkeyChallenges, sessions, signInCodes, submissions } from '~db/schema'
import { forgetLimits } from './limit-store.server'

const day = 24 * 60 * 60_000

/**
 * Removes what nothing asks for any more: codes and challenges a day after they ran out, the answers
 * of submits after 30 days, sessions 30 days after they could last be used, counters whose time is
 * over, and browsers that nobody used for 400 days, as long as their cookie lives. Events keep what happened.
 */
export async function forgetOldRows(db: Database, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day)
  await db.transaction(async (tx) => {
    await tx.delete(signInCodes).where(lt(signInCodes.expiresAt, before(1)))
    await tx.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, before(1)))
    await tx.delete(submissions).where(lt(submissions.createdAt, before(30)))
    await tx.delete(sessions).where(lt(sessions.expiresAt, before(30)))
    await tx.delete(knownBrowsers).where(lt(knownBrowsers.lastSeenAt, before(400)))
    await forgetLimits(tx, now)
  })
}
