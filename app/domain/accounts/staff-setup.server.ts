import { createHash } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { people, staffSetups } from '~db/schema'
import { timeSecretFor } from './time-code.server'

/** The database keeps a set-up link's SHA-256 alone. */
export function setupHashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** What a set-up link is for, while it can still be used; null otherwise. */
export async function openSetup(db: Reader, token: string, now: Date) {
  const [row] = await db
    .select({ setup: staffSetups, person: people })
    .from(staffSetups)
    .innerJoin(people, eq(people.id, staffSetups.personId))
    .where(
      and(
        eq(staffSetups.tokenHash, setupHashOf(token)),
        isNull(staffSetups.usedAt),
        gt(staffSetups.expiresAt, now),
        isNull(people.removedAt),
      ),
    )
  return row ?? null
}

/** What the set-up page shows: who it is for, and the secret for an authenticator app. */
export async function setupPage(db: Reader, token: string, now: Date) {
  const row = await openSetup(db, token, now)
  if (!row) return null
  const { email, name } = row.person
  return { name, email, ...timeSecretFor(row.setup.totpSecretSealed, email) }
}
