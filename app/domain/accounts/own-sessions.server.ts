import { and, desc, eq, isNull } from 'drizzle-orm'
import { sessions } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { SessionId } from '../ids'
import { endSessionsOf, sessionLimits } from './session.server'

/** Where the person is signed in now, the last used first. */
export async function ownSessions({ db, actor, now, origin }: Context) {
  const { idle, whole } = sessionLimits(actor)
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, actor.person.id), isNull(sessions.endedAt)))
    .orderBy(desc(sessions.lastSeenAt))
  const since = (moment: Date) => now.getTime() - moment.getTime()
  return rows
    .filter((row) => since(row.lastSeenAt) <= idle && since(row.createdAt) <= whole)
    .map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device: device ?? 'A browser',
      createdAt,
      lastSeenAt,
      own: id === origin.sessionId,
    }))
}

/** Ends one of the person's own sessions at once. One that has ended, and somebody else's, are not there. */
export async function endOwnSession(ctx: Context, id: SessionId): Promise<void> {
  await deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(
        and(eq(sessions.id, id), eq(sessions.personId, actor.person.id), isNull(sessions.endedAt)),
      )
      .returning({ id: sessions.id })
    if (ended.length === 0) throw new NotFound()
    await recordEvent(tx, { kind: 'person.session_ended', actor, at: now, origin, subjectId: id })
  })
}

/** Ends every session of the person but the one that asks. */
export async function endOtherSessions(ctx: Context): Promise<void> {
  await deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const ended = await endSessionsOf(tx, actor.person.id, now, { except: origin.sessionId })
    const facts = { ended }
    await recordEvent(tx, { kind: 'person.sessions_ended', actor, at: now, origin, facts })
  })
}
