import { and, eq } from 'drizzle-orm'
import { walkWords } from '~/words/en/walks'
import { walkThroughs } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { WalkId } from '../ids'
import { tellOfWalk } from './tell-of-walk.server'
import { choosesNext } from './walk'
import { walkFor } from './walk-queries.server'

/** Chooses one of the three times that the other side proposed, and tells it. Whoever comes second gets a Conflict. */
export function chooseWalkTime(
  ctx: Context,
  id: WalkId,
  { time, revision }: { time: number; revision: number },
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const open = await walkFor(tx, actor, id)
    if (!choosesNext(open.walk, open.side)) throw new Conflict(walkWords.moved)
    const startsAt = new Date(time)
    const [walk] = await tx
      .update(walkThroughs)
      .set({ state: 'agreed', startsAt, agreedAt: now })
      .where(
        and(
          eq(walkThroughs.id, id),
          eq(walkThroughs.state, 'proposed'),
          eq(walkThroughs.revision, revision),
        ),
      )
      .returning()
    if (!walk) throw new Conflict(walkWords.moved)
    if (!walk.times.includes(time)) throw new Invalid({ time: 'Choose one of the times.' })
    if (startsAt <= now) {
      throw new Invalid({ time: 'This time is over. Choose another, or propose three others.' })
    }
    await recordEvent(tx, {
      ...{ kind: 'walk.agreed', actor, at: now, origin, venueId: walk.venueId, subjectId: id },
      facts: { side: open.side },
    })
    await tellOfWalk(tx, ctx, 'agreed', { ...open, walk })
  })
}
