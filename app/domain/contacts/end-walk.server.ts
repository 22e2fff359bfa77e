import { and, eq } from 'drizzle-orm'
import { walkWords } from '~/words/en/walks'
import { walkThroughs } from '~db/schema'
import type { WalkReason } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { WalkId } from '../ids'
import { tellOfWalk } from './tell-of-walk.server'
import { walkDeeds } from './walk'
import { walkFor } from './walk-queries.server'

/** Either side calls a walk-through off before it begins, for a reason of a short list, and the other is told. */
export function callOffWalk(ctx: Context, id: WalkId, reason: WalkReason): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const open = await walkFor(tx, actor, id)
    if (!walkDeeds(open.walk, open.side, now).callOff) throw new Conflict(walkWords.moved)
    const [walk] = await tx
      .update(walkThroughs)
      .set({ state: 'called_off', calledOffAs: open.side, reason, endedAt: now })
      .where(and(eq(walkThroughs.id, id), eq(walkThroughs.state, open.walk.state)))
      .returning()
    if (!walk) throw new Conflict(walkWords.moved)
    await recordEvent(tx, {
      ...{ kind: 'walk.called_off', actor, at: now, origin, venueId: walk.venueId, subjectId: id },
      facts: { side: open.side, reason },
    })
    await tellOfWalk(tx, ctx, 'called_off', { ...open, walk })
  })
}

/** Either side notes that it took place, once it has begun. Nobody is mailed: both were there. */
export function finishWalk(ctx: Context, id: WalkId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { walk, side } = await walkFor(tx, actor, id)
    if (walk.state === 'done') return
    if (!walkDeeds(walk, side, now).finish) {
      throw new Conflict('That it took place is noted once its time has come.')
    }
    const done = await tx
      .update(walkThroughs)
      .set({ state: 'done', endedAt: now })
      .where(and(eq(walkThroughs.id, id), eq(walkThroughs.state, 'agreed')))
      .returning({ id: walkThroughs.id })
    if (done.length === 0) throw new Conflict(walkWords.moved)
    await recordEvent(tx, {
      ...{ kind: 'walk.done', actor, at: now, origin, venueId: walk.venueId, subjectId: id },
    })
  })
}
