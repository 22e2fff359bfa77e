import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { formatDayOf } from '~/words/en/format'
import { areaNames } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { responseItems, responses } from '~db/schema'
import type { RoundId } from '../ids'
import type { SentBefore } from './response'

/** What was sent of a round already, area by area, while the rest is still written. */
export async function sentBefore(db: Reader, roundId: RoundId): Promise<SentBefore> {
  const items = await db
    .select({ kind: responseItems.kind, standard: responseItems.standard })
    .from(responseItems)
    .innerJoin(responses, eq(responses.id, responseItems.responseId))
    .where(and(eq(responses.roundId, roundId), isNotNull(responses.area)))
  return {
    steps: items.filter(({ kind }) => kind === 'next_step').length,
    strengths: new Set(
      items.flatMap(({ kind, standard }) => (kind === 'strength' ? standard : [])),
    ),
  }
}

/** The letters about one area that went out before the rest of a round, the oldest first. */
export async function earlyLettersOf(db: Reader, roundId: RoundId, timeZone: string) {
  const rows = await db
    .select({ id: responses.id, area: responses.area, sentAt: responses.sentAt })
    .from(responses)
    .where(and(eq(responses.roundId, roundId), isNotNull(responses.area)))
    .orderBy(asc(responses.sentAt))
  return rows.flatMap(({ id, area, sentAt }) =>
    area && sentAt ? { id, area, name: areaNames[area], on: formatDayOf(sentAt, timeZone) } : [],
  )
}
