import { randomBytes } from 'node:crypto'
import { desc } from 'drizzle-orm'
import { keepSecret } from '~/domain/accounts/secrets.server'
import type { Visit } from '~/domain/context'
import type { Database } from '~db/open.server'
import { outbox } from '~db/schema'
import { testNow } from './factories'

export const testSecret = 'a secret for tests, with more than enough characters'
keepSecret(testSecret)

/** A visit before sign-in, some seconds after the moment of most tests. */
export function aVisit(db: Database, secondsLater = 0, submission: string | null = null): Visit {
  const now = new Date(testNow.getTime() + secondsLater * 1000)
  const nowhere = { requestId: null, sessionId: null, address: null, device: null }
  return { db, now, origin: { ...nowhere, submission } }
}

/** What a browser's cookie holds. */
export function aBrowser(): string {
  return randomBytes(32).toString('base64url')
}

/** All queued mail, newest first. */
export async function queuedMail(db: Database) {
  return db.select().from(outbox).orderBy(desc(outbox.createdAt), desc(outbox.id))
}

/** The code in the only mail that went to an address. */
export async function codeFor(db: Database, address: string): Promise<string> {
  const mails = (await queuedMail(db)).filter((mail) => mail.address === address)
  const code = mails[0]?.facts.code
  if (typeof code !== 'string') throw new Error(`No code was mailed to ${address}.`)
  return code
}
