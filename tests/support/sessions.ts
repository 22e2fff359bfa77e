import { TOTP } from 'otpauth'
import { hashPassword } from '~/domain/accounts/password.server'
import { sessionOf, startSession } from '~/domain/accounts/session.server'
import { newTimeSecret, timeSecretFor } from '~/domain/accounts/time-code.server'
import type { Context } from '~/domain/context'
import type { PersonId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import { credentials, events } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aCoordinator, testNow } from './factories'

export const staffPassword = 'tulip bridge kayak lantern'

let hash: Promise<string> | undefined

/** A coordinator with a password and an authenticator app; `code` is what the app shows at a moment. */
export async function aStaffPerson(db: Database) {
  const personId = await aCoordinator(db)
  const totpSecretSealed = newTimeSecret()
  hash ??= hashPassword(staffPassword)
  const passwordHash = await hash
  await db.transaction((tx) =>
    tx.insert(credentials).values({ personId, passwordHash, totpSecretSealed, setAt: testNow }),
  )
  const { secret } = timeSecretFor(totpSecretSealed, '')
  return { personId, code: (at = testNow) => appCode(secret, at) }
}

/** What an authenticator app shows. */
export function appCode(secret: string, at = testNow): string {
  return new TOTP({ secret }).generate({ timestamp: at.getTime() })
}

/** Somebody signed in, with the token of their cookie and what their deeds are given. */
export async function signedInAs(
  db: Database,
  personId: PersonId,
  factors: Factor[] = ['password', 'totp'],
  now = testNow,
) {
  const token = await db.transaction((tx) =>
    startSession(tx, personId, factors, now, 'Firefox on Android'),
  )
  const session = await sessionOf(db, token, now)
  if (!session) throw new Error('There is no session.')
  const nowhere = { requestId: null, address: null, device: null, submission: null }
  const origin = { ...nowhere, sessionId: session.id }
  return { token, session, ctx: { db, actor: session.actor, now, origin } satisfies Context }
}

/** Whether a token opens anything at a moment. */
export async function opens(db: Database, token: string, now = testNow): Promise<boolean> {
  return (await sessionOf(db, token, now))?.alive ?? false
}

/** The kinds of all events, the oldest first. */
export async function kindsOf(db: Database): Promise<string[]> {
  const rows = await db.select({ kind: events.kind }).from(events).orderBy(events.sequence)
  return rows.map(({ kind }) => kind)
}
