import { and, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import { responses, rounds } from '~db/schema'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { medianDays } from './funnel'

const day = 86_400_000

/**
 * How feedback kept its promise: the rounds that were answered since `since`, how many of them by
 * the day that the venue had been told, and the median of whole days from the share to the
 * answer. A letter about one area that went out early is not the answer yet.
 */
export async function turnaroundOf({ db, actor }: Reading, since: Date) {
  permit(canInviteVenues(actor))
  const { timeZone } = await programOf(db)
  const answered = await db
    .select({ hearBy: rounds.hearBy, sharedAt: rounds.sharedAt, sentAt: responses.sentAt })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .where(and(isNull(responses.area), isNotNull(responses.sentAt), gte(responses.sentAt, since)))
  let kept = 0
  const taken = new Map<number, number>()
  for (const { hearBy, sharedAt, sentAt } of answered) {
    if (!sentAt) continue
    if (dayOf(sentAt, timeZone) <= hearBy) kept += 1
    const days = Math.floor((sentAt.getTime() - sharedAt.getTime()) / day)
    taken.set(days, (taken.get(days) ?? 0) + 1)
  }
  const days = [...taken].map(([each, count]) => ({ days: each, ever: count, lately: count }))
  return { answered: answered.length, kept, days: medianDays(days, 'ever') }
}
