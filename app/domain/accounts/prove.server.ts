import { and, eq, gt } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { events } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import type { Context } from '../context'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { endSession, renewSession } from './session.server'
import { visitorDeed } from './visitor-deed.server'

const aWhile = 15 * 60_000
const mostTries = 5

const over =
  'Those were five tries that did not fit, so we signed you out to be safe. Please sign in again.'

type Outcome = { token: string } | { refused: string }

/**
 * Takes proof that it is still the person of this session: from now on it counts for ten minutes, and
 * the session goes on under the new token that is returned. `judge` says why it does not fit, or null.
 * A refusal throws Invalid at `field`; five in 15 minutes end the session.
 */
export async function proveBy(
  ctx: Context,
  factor: Factor,
  field: string,
  judge: (tx: Tx) => Promise<string | null>,
): Promise<string> {
  const { actor, now, origin } = ctx
  const { sessionId } = origin
  if (!sessionId) throw new NotFound()
  const outcome = await visitorDeed<Outcome>(ctx, sessionId, async (tx) => {
    const wrong = await judge(tx)
    if (wrong !== null) return { refused: await countRefusal(tx, ctx, wrong) }
    const token = await renewSession(tx, sessionId, now)
    if (!token) return { refused: over }
    const facts = { factor }
    const subjectId = actor.person.id
    await recordEvent(tx, { kind: 'person.proved', actor, at: now, origin, subjectId, facts })
    return { token }
  })
  if ('refused' in outcome) throw new Invalid({ [field]: outcome.refused })
  return outcome.token
}

/** Counts a try that did not fit, ends the session at the fifth, and answers what to say. */
export async function countRefusal(tx: Tx, ctx: Context, wrong: string): Promise<string> {
  const { actor, now, origin } = ctx
  const subjectId = actor.person.id
  await recordEvent(tx, { kind: 'person.proof_refused', actor, at: now, origin, subjectId })
  const since = new Date(now.getTime() - aWhile)
  const tries = await tx.$count(
    events,
    and(
      eq(events.kind, 'person.proof_refused'),
      eq(events.subjectId, subjectId),
      gt(events.at, since),
    ),
  )
  if (tries < mostTries || !origin.sessionId) return wrong
  await endSession(tx, origin.sessionId, now)
  return over
}
