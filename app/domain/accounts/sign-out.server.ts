import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { endSession } from './session.server'

/** Ends the session on the server, so that its cookie opens nothing any more, wherever it is kept. */
export async function signOut(ctx: Context): Promise<void> {
  await deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    if (!origin.sessionId) return
    await endSession(tx, origin.sessionId, now)
    await recordEvent(tx, { kind: 'person.signed_out', actor, at: now, origin })
  })
}
