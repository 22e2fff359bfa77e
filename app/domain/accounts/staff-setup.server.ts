import { createHash } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { people, staffSetups } from '~db/schema'
import { timeSecretFor } from './time-code.server'

/** The database keeps a set-up link's SHA-256 alone. */
export function setupHashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** What a link is for, while it can still be used, whether or not it asks for a word first; null otherwise. */
export async function setupFor(db: Reader, token: string, now: Date) {
  const [row] = await db
    .select({ setup: staffSetups, person: people })
    .from(staffSetups)
    .innerJoin(people, eq(people.id, staffSetups.personId))
    .where(
      and(
        eq(staffSetups.tokenHash, setupHashOf(token)),
        isNull(staffSetups.usedAt),
        isNull(staffSetups.withdrawnAt),
        gt(staffSetups.spokenTriesLeft, 0),
        gt(staffSetups.expiresAt, now),
        isNull(people.removedAt),
      ),
    )
  return row ?? null
}

/** The same for a link with which a sign-in can be set up as it is: one that asks for a word cannot. */
export async function openSetup(db: Reader, token: string, now: Date) {
  const row = await setupFor(db, token, now)
  return row && row.setup.spokenHash === null ? row : null
}

/** What the set-up page shows: who it is for, and the secret for an authenticator app. */
export async function setupPage(db: Reader, token: string, now: Date) {
  const row = await openSetup(db, token, now)
  if (!row) return null
  const { email, name } = row.person
  return { name, email, ...timeSecretFor(row.setup.totpSecretSealed, email) }
}

/** Whether a link asks for a word before it shows anything, as every link that was mailed does. */
export async function asksForWord(db: Reader, token: string, now: Date): Promise<boolean> {
  const row = await setupFor(db, token, now)
  return row !== null && row.setup.spokenHash !== null
}
