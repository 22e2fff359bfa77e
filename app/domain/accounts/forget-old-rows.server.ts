import { lt } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { knownBrowsers, passkeyChallenges, sessions, signInCodes, submissions } from '~db/schema'
import { daysKept, type GoingId } from '../retention-schedule.server'
import { forgetLimits } from './limit-store.server'

const day = 24 * 60 * 60_000

/**
 * Removes what nothing asks for any more, as the retention schedule says: codes and challenges, the
 * answers of submits, sessions that have ended, browsers that nobody uses, as long as their cookie
 * lives, and counters whose time is over. Events keep what happened.
 */
export async function forgetOldRows(db: Database, now: Date): Promise<void> {
  const before = (rule: GoingId) => new Date(now.getTime() - daysKept(rule) * day)
  await db.transaction(async (tx) => {
    await tx.delete(signInCodes).where(lt(signInCodes.expiresAt, before('sign-in-codes')))
    await tx
      .delete(passkeyChallenges)
      .where(lt(passkeyChallenges.expiresAt, before('sign-in-codes')))
    await tx.delete(submissions).where(lt(submissions.createdAt, before('form-answers')))
    await tx.delete(sessions).where(lt(sessions.expiresAt, before('sessions')))
    await tx.delete(knownBrowsers).where(lt(knownBrowsers.lastSeenAt, before('known-browsers')))
    await forgetLimits(tx, now)
  })
}
