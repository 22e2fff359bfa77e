import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { pulseWords } from '~/words/en/pulse'
import type { Tx } from '~db/open.server'
import { pulseAnswers, pulseAsks } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { newId, type ResponseId } from '../ids'
import { canBeShown, type Scores } from './pulse'
import { type PulsePlace, pulseFor } from './pulse-page.server'
import { isWaitingIn, type Pool, waitingPeople } from './pulse-pools.server'

/**
 * Takes somebody's answer to the pulse, once. It is anonymous by what is not kept:
 *
 * - The answer has a random id and names no person, venue, letter or moment. All that wait with it are
 *   written anew, sorted by their ids, so that the order of rows tells nothing either. The form's own id
 *   is kept without the digest of what was typed, which a few million tries would turn back into scores.
 * - Answers are only ever shown as a whole batch, and a batch is made of five different people's answers
 *   or more. Proof: somebody has one answer in a pool at most, because an ask that was answered bars its
 *   person from the pool for as long as it is there, and it goes only with the release of that pool. The
 *   pool of an ask never changes: its district is recorded with the letter. So waiting answers, asks
 *   that were answered, and people are equally many; were they not, nothing would be released.
 * - Two views differ by whole batches, and so by nobody or by at least five people.
 */
export function answerPulse(
  ctx: Context,
  responseId: ResponseId,
  place: PulsePlace,
  scores: Scores,
): Promise<void> {
  const submission = ctx.origin.submission?.split(':')[0] ?? null
  return deed({ ...ctx, origin: { ...ctx.origin, submission } }, async (tx) => {
    const { ask, closed } = await pulseFor({ ...ctx, db: tx }, responseId, place)
    if (!ask) throw new Conflict(pulseWords.closed[closed].words)
    const { pool, personId } = ask
    await tx
      .update(pulseAsks)
      .set({ answered: true })
      .where(and(eq(pulseAsks.responseId, responseId), eq(pulseAsks.personId, personId)))
    const waiting = await tx.select().from(pulseAnswers).where(isWaitingIn(pool))
    const answers = [...waiting, { id: newId('pul'), ...pool, scores, batch: null }]
    const people = await waitingPeople(tx, pool)
    const distinct = new Set(people.map((each) => each.personId)).size
    const whole = distinct === answers.length && canBeShown(answers.map((each) => each.scores))
    const batch = whole ? await nextBatch(tx, pool) : null
    await tx.delete(pulseAnswers).where(isWaitingIn(pool))
    const shuffled = answers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    await tx.insert(pulseAnswers).values(shuffled.map((answer) => ({ ...answer, batch })))
    if (whole) await forgetWhoAnswered(tx, people)
  })
}

async function nextBatch(tx: Tx, { side, districtId }: Pool): Promise<number> {
  const [last] = await tx
    .select({ batch: pulseAnswers.batch })
    .from(pulseAnswers)
    .where(
      and(
        eq(pulseAnswers.side, side),
        districtId ? eq(pulseAnswers.districtId, districtId) : isNull(pulseAnswers.districtId),
        isNotNull(pulseAnswers.batch),
      ),
    )
    .orderBy(desc(pulseAnswers.batch))
    .limit(1)
  return (last?.batch ?? 0) + 1
}

/** Once their answers are shown, nothing says any more who had answered. */
async function forgetWhoAnswered(
  tx: Tx,
  people: Awaited<ReturnType<typeof waitingPeople>>,
): Promise<void> {
  for (const { responseId, personId } of people) {
    await tx
      .delete(pulseAsks)
      .where(and(eq(pulseAsks.responseId, responseId), eq(pulseAsks.personId, personId)))
  }
}
