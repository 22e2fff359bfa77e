import { eq } from 'drizzle-orm'
import { credentials } from '~db/schema'
import type { Context } from '../context'
import { passwordFits } from './password.server'
import { proveBy } from './prove.server'
import { useTimeStep as takeTimeStep } from './use-time-step.server'

const wrong =
  'The password and the code do not fit. Each code works once, so wait for the next one if you have used it.'

/** Staff prove who they are as they sign in: with their password and a time-based code, both at once. */
export async function proveByPassword(
  ctx: Context,
  given: { password: string; code: string },
): Promise<string> {
  const { db, actor, now } = ctx
  const personId = actor.person.id
  const [kept] = await db
    .select({ hash: credentials.passwordHash })
    .from(credentials)
    .where(eq(credentials.personId, personId))
  const fits = await passwordFits(given.password, kept?.hash ?? null)
  return proveBy(ctx, 'totp', 'password', async (tx) =>
    fits && (await takeTimeStep(tx, personId, given.code, now)) ? null : wrong,
  )
}
