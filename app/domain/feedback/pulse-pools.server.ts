import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applications, events, pulseAnswers, pulseAsks, responses, venues } from '~db/schema'
import type { PulseSide } from '~db/vocabulary'
import type { DistrictId, PersonId } from '../ids'
import { openForDays } from './pulse'

/**
 * Where answers wait for one another: the district for the venues' side. Liaisons wait all together,
 * without a district, because hardly a district has five of them.
 */
export type Pool = { side: PulseSide; districtId: DistrictId | null }

export type Ask = Awaited<ReturnType<typeof asksWhere>>[number]

/**
 * Whose answers wait in a pool. An ask that was answered stays exactly as long as its answer waits, so
 * these people and the waiting answers are equally many, without a word on which is whose.
 */
export async function waitingPeople(db: Reader, { side, districtId }: Pool): Promise<Ask[]> {
  const answered = and(eq(pulseAsks.side, side), eq(pulseAsks.answered, true))
  const asks = await asksWhere(db, answered)
  return asks.filter((ask) => ask.pool.districtId === districtId)
}

/** The answers that wait in a pool. */
export function isWaitingIn({ side, districtId }: Pool) {
  return and(
    eq(pulseAnswers.side, side),
    districtId ? eq(pulseAnswers.districtId, districtId) : isNull(pulseAnswers.districtId),
    isNull(pulseAnswers.batch),
  )
}

/**
 * What somebody can answer now, the newest first. Only one answer of a person waits in a pool at a time:
 * until it is shown they can answer nothing else there, so five answers are five people.
 */
export async function openAsks(
  db: Reader,
  personId: PersonId,
  side: PulseSide,
  now: Date,
): Promise<{ open: Ask[]; held: Ask[] }> {
  const asks = await asksWhere(db, and(eq(pulseAsks.personId, personId), eq(pulseAsks.side, side)))
  const since = now.getTime() - openForDays * 86_400_000
  const waiting = asks.filter(({ answered }) => answered).map(({ pool }) => pool.districtId)
  const current = asks.filter(({ answered, askedAt }) => !answered && askedAt.getTime() >= since)
  return {
    open: current.filter(({ pool }) => !waiting.includes(pool.districtId)),
    held: asks.filter((ask) => ask.answered || waiting.includes(ask.pool.districtId)),
  }
}

/** The district is the one of the day of the letter, as it was recorded: a venue that moves stays in its pool. */
async function asksWhere(db: Reader, condition: ReturnType<typeof and>) {
  const rows = await db
    .select({
      responseId: pulseAsks.responseId,
      personId: pulseAsks.personId,
      side: pulseAsks.side,
      askedAt: pulseAsks.askedAt,
      answered: pulseAsks.answered,
      applicationId: responses.applicationId,
      venueId: applications.venueId,
      venue: venues.name,
      facts: events.facts,
    })
    .from(pulseAsks)
    .innerJoin(responses, eq(responses.id, pulseAsks.responseId))
    .innerJoin(applications, eq(applications.id, responses.applicationId))
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .innerJoin(
      events,
      and(
        eq(events.applicationId, responses.applicationId),
        eq(events.kind, 'pulse.asked'),
        eq(events.subjectId, pulseAsks.responseId),
      ),
    )
    .where(condition)
  return rows
    .map(({ facts, ...ask }) => {
      const districtId = ask.side === 'liaison' ? null : (facts.district as DistrictId | null)
      return { ...ask, pool: { side: ask.side, districtId } satisfies Pool }
    })
    .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
}
