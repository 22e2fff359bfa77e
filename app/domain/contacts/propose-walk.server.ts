import { and, eq, inArray } from 'drizzle-orm'
import { walkWords } from '~/words/en/walks'
import type { Tx } from '~db/open.server'
import { walkThroughs } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type VenueId, type WalkId } from '../ids'
import { programOf } from '../standards/program.server'
import { classMoment } from '../training/class-time'
import { tellOfWalk } from './tell-of-walk.server'
import { choosesNext } from './walk'
import type { Proposal } from './walk-forms'
import { sideAt, walkFor } from './walk-queries.server'

/** Proposes three times to walk through a venue, and tells the other side. One is open at a time. */
export function proposeWalk(ctx: Context, venueId: VenueId, { times }: Proposal): Promise<WalkId> {
  return deed(ctx, async (tx) => {
    const { venue, side } = await sideAt(tx, ctx.actor, venueId)
    const open = await tx.$count(
      walkThroughs,
      and(eq(walkThroughs.venueId, venueId), inArray(walkThroughs.state, ['proposed', 'agreed'])),
    )
    if (open > 0) throw new Conflict('A walk-through of this venue is being arranged already.')
    const [walk] = await tx
      .insert(walkThroughs)
      .values({
        ...{ id: newId('wal'), venueId, state: 'proposed', revision: 1, proposedAs: side },
        ...(await proposed(tx, ctx, times)),
      })
      .returning()
    if (!walk) throw new Error('The walk-through was not written down.')
    await noteAndTell(tx, ctx, { walk, venue, side })
    return walk.id
  })
}

/** In answer to three times that do not suit, three others. Then it is for the other side to choose. */
export function proposeOtherTimes(
  ctx: Context,
  id: WalkId,
  { times, revision }: Proposal & { revision: number },
): Promise<void> {
  return deed(ctx, async (tx) => {
    const open = await walkFor(tx, ctx.actor, id)
    if (!choosesNext(open.walk, open.side)) throw new Conflict(walkWords.moved)
    const [walk] = await tx
      .update(walkThroughs)
      .set({
        ...{ proposedAs: open.side, revision: revision + 1 },
        ...(await proposed(tx, ctx, times)),
      })
      .where(
        and(
          eq(walkThroughs.id, id),
          eq(walkThroughs.state, 'proposed'),
          eq(walkThroughs.revision, revision),
        ),
      )
      .returning()
    if (!walk) throw new Conflict(walkWords.moved)
    await noteAndTell(tx, ctx, { ...open, walk })
  })
}

async function noteAndTell(tx: Tx, ctx: Context, open: Parameters<typeof tellOfWalk>[3]) {
  const { actor, now, origin } = ctx
  const { id: subjectId, venueId } = open.walk
  const happening = { actor, at: now, origin, venueId, subjectId, facts: { side: open.side } }
  await recordEvent(tx, { kind: 'walk.proposed', ...happening })
  await tellOfWalk(tx, ctx, 'proposed', open)
}

const longest = 180 * 86_400_000

/** Three different moments to come, the earliest first, as clocks of the program show them. */
async function proposed(tx: Tx, { actor, now }: Context, times: Proposal['times']) {
  const { timeZone } = await programOf(tx)
  const moments = times.map(({ day, time }) => classMoment(day, time, timeZone).getTime())
  for (const [at, moment] of moments.entries()) {
    if (moment <= now.getTime()) {
      throw new Invalid({ [`times.${at}.day`]: 'This time is over. Choose one to come.' })
    }
    if (moment > now.getTime() + longest) {
      throw new Invalid({ [`times.${at}.day`]: 'Choose a day within the next six months.' })
    }
    if (moments.indexOf(moment) !== at) {
      throw new Invalid({ [`times.${at}.time`]: 'This time stands there already. Choose another.' })
    }
  }
  return { times: moments.sort((a, b) => a - b), proposedBy: actor.person.id, proposedAt: now }
}
