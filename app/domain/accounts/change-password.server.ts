import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { credentials } from '~db/schema'
import type { Context } from '../context'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { queueEmail } from '../outbox.server'
import { permitProved } from '../permissions/permission'
import { hashPassword, passwordFits } from './password.server'
import { countRefusal } from './prove.server'
import { endSessionsOf, renewSession } from './session.server'
import { refuseCommonPassword } from './stolen-passwords.server'
import { stepOf } from './time-code.server'
import { visitorDeed } from './visitor-deed.server'

const wrongPassword = 'That is not your current password. Please type it again.'
const wrongCode =
  'That code does not fit. Scan the square with your app, and type the 6 digits that it shows now.'

/** Whether the person signs in with a password at all. */
export async function hasPassword({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<boolean> {
  return (await db.$count(credentials, eq(credentials.personId, actor.person.id))) > 0
}

/**
 * Changes the password of staff, who know the old one and have proved who they are. All their other
 * sessions end at once, a mail tells them, and this session goes on under the token that is returned.
 */
export async function changePassword(
  ctx: Context,
  given: { password: string; newPassword: string },
): Promise<string> {
  permitProved(ctx)
  const personId = ctx.actor.person.id
  const [kept] = await ctx.db
    .select({ hash: credentials.passwordHash })
    .from(credentials)
    .where(eq(credentials.personId, personId))
  if (!kept) throw new NotFound()
  const fits = await passwordFits(given.password, kept.hash)
  if (fits) await refuseCommonPassword(given.newPassword, ctx.actor.person, 'newPassword')
  const passwordHash = fits ? await hashPassword(given.newPassword) : ''
  return changed(ctx, 'password', async (tx) => {
    if (!fits) return countRefusal(tx, ctx, wrongPassword)
    await tx
      .update(credentials)
      .set({ passwordHash, setAt: ctx.now })
      .where(eq(credentials.personId, personId))
    return null
  })
}

/** Sets a new secret for time-based codes, confirmed with its first code, in the same way. */
export function changeTimeCode(
  ctx: Context,
  { secret, code }: { secret: string; code: string },
): Promise<string> {
  permitProved(ctx)
  const step = stepOf(secret, code, ctx.now)
  return changed(ctx, 'time_code', async (tx) => {
    if (step === null) return wrongCode
    const set = await tx
      .update(credentials)
      .set({ totpSecretSealed: secret, totpLastStep: step })
      .where(eq(credentials.personId, ctx.actor.person.id))
      .returning({ personId: credentials.personId })
    if (set.length === 0) throw new NotFound()
    return null
  })
}

async function changed(
  ctx: Context,
  change: 'password' | 'time_code',
  work: (tx: Tx) => Promise<string | null>,
): Promise<string> {
  const { actor, now, origin } = ctx
  const { sessionId } = origin
  if (!sessionId) throw new NotFound()
  const outcome = await visitorDeed<{ token: string } | { refused: string }>(
    ctx,
    sessionId,
    async (tx) => {
      const refused = await work(tx)
      if (refused !== null) return { refused }
      const token = await renewSession(tx, sessionId, now)
      if (!token) throw new NotFound()
      await endSessionsOf(tx, actor.person.id, now, { except: sessionId })
      const kind = change === 'password' ? 'password.changed' : 'time_code.changed'
      await recordEvent(tx, { kind, actor, at: now, origin, subjectId: actor.person.id })
      await queueEmail(tx, actor.person, 'sign-in-changed', { change }, now)
      return { token }
    },
  )
  if ('refused' in outcome) {
    throw new Invalid({ [change === 'password' ? 'password' : 'code']: outcome.refused })
  }
  return outcome.token
}
