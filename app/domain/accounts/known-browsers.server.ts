import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { knownBrowsers } from '~db/schema'
import type { PersonId } from '../ids'
import { markOf } from './secrets.server'

/**
 * Remembers, at each whole sign-in, that this person uses this browser: its failures are counted
 * apart, so that a stranger's failures elsewhere do not close the door here.
 */
export async function knowBrowser(
  tx: Tx,
  personId: PersonId,
  browser: string | null,
  now: Date,
): Promise<void> {
  if (!browser) return
  await tx
    .insert(knownBrowsers)
    .values({ personId, browserHash: markOf(browser), createdAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [knownBrowsers.personId, knownBrowsers.browserHash],
      set: { lastSeenAt: now },
    })
}

/** Whether the person has signed in with this browser before. */
export async function knowsBrowser(
  db: Reader,
  personId: PersonId | null | undefined,
  browser: string | null,
): Promise<boolean> {
  if (!personId || !browser) return false
  const theirs = and(
    eq(knownBrowsers.personId, personId),
    eq(knownBrowsers.browserHash, markOf(browser)),
  )
  return (await db.$count(knownBrowsers, theirs)) > 0
}

/** After a recovery or a removal no browser counts as theirs any more. */
export async function forgetBrowsersOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.delete(knownBrowsers).where(eq(knownBrowsers.personId, personId))
}
