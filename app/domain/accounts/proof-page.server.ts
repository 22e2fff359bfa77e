import { eq } from 'drizzle-orm'
import { credentials, passkeys } from '~db/schema'
import type { Context } from '../context'
import { needsStaffSignIn } from '../permissions/who'
import { proofCodeWaits } from './prove-by-email.server'

/** How somebody can prove who they are, the best way first. */
export type ProofWays = {
  passkey: boolean
  password: boolean
  /** Where a code goes; null for staff, for whom a code by email is not enough. */
  email: string | null
  codeWaits: boolean
  demo: boolean
}

export async function proofWays(ctx: Context, demoAllowed: boolean): Promise<ProofWays> {
  const { db, actor, now, origin } = ctx
  const personId = actor.person.id
  const staff = needsStaffSignIn(actor)
  const [keys, passwords] = await Promise.all([
    db.$count(passkeys, eq(passkeys.personId, personId)),
    db.$count(credentials, eq(credentials.personId, personId)),
  ])
  return {
    passkey: keys > 0,
    password: staff && passwords > 0,
    email: staff ? null : actor.person.email,
    codeWaits: origin.sessionId ? await proofCodeWaits(db, origin.sessionId, now) : false,
    demo: demoAllowed && actor.factors.includes('demo'),
  }
}
