import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import {
  memberships,
  people,
  replies,
  responseItems,
  responses,
  rounds,
  stepHistory,
} from '~db/schema'
import { type Application, applicationFor } from '../applications/queries.server'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { ApplicationId, ItemId, ResponseId } from '../ids'
import { canReadLetters } from '../permissions/feedback'
import { placeIn } from '../permissions/who'

export type SentRow = Awaited<ReturnType<typeof sentWhere>>[number]
export type ItemRow = typeof responseItems.$inferSelect

/**
 * A response that was sent, for the venue's confirmed people and for staff that the application was
 * shared with. A draft is absent for the venue.
 */
export async function responseFor(
  db: Reader,
  actor: Actor,
  responseId: ResponseId,
): Promise<{ response: SentRow; application: Application; items: ItemRow[] }> {
  const [response] = await sentWhere(db, eq(responses.id, responseId))
  if (!response) throw new NotFound()
  const application = await applicationFor(db, actor, response.applicationId)
  const { venueId } = application
  if (placeIn(actor, venueId) && !canReadLetters(actor, venueId).allowed) throw new NotFound()
  const items = await db
    .select()
    .from(responseItems)
    .where(eq(responseItems.responseId, responseId))
    .orderBy(asc(responseItems.position))
  return { response, application, items }
}

/** The responses sent to an application that the caller has read through its scope, the newest first. */
export function lettersOf(db: Reader, applicationId: ApplicationId): Promise<SentRow[]> {
  return sentWhere(db, eq(responses.applicationId, applicationId))
}

async function sentWhere(db: Reader, condition: ReturnType<typeof eq>) {
  const rows = await db
    .select({
      id: responses.id,
      roundId: responses.roundId,
      round: rounds.number,
      amendment: rounds.amendment,
      applicationId: responses.applicationId,
      opening: responses.opening,
      closing: responses.closing,
      outcome: responses.outcome,
      standings: responses.standings,
      area: responses.area,
      sentAt: responses.sentAt,
      seenAt: responses.seenAt,
      settledAt: responses.settledAt,
      name: people.name,
      title: people.title,
    })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(people, eq(people.id, responses.authorId))
    .where(and(condition, isNotNull(responses.sentAt)))
    .orderBy(desc(responses.sentAt))
  return rows.map(({ name, title, ...row }) => ({ ...row, author: addressed({ name, title }) }))
}

/** What the venue answered to each step, the oldest first. */
export async function stepHistoryOf(db: Reader, itemIds: ItemId[]) {
  if (itemIds.length === 0) return []
  return db
    .select({
      id: stepHistory.id,
      itemId: stepHistory.itemId,
      answer: stepHistory.answer,
      day: stepHistory.day,
      words: stepHistory.words,
      at: stepHistory.at,
      name: people.name,
    })
    .from(stepHistory)
    .innerJoin(people, eq(people.id, stepHistory.personId))
    .where(inArray(stepHistory.itemId, itemIds))
    .orderBy(asc(stepHistory.at), asc(stepHistory.id))
}

/** How many replies each letter of an application has; a letter without any is not in it. */
export async function replyCounts(
  db: Reader,
  applicationId: ApplicationId,
): Promise<Map<ResponseId, number>> {
  const rows = await db
    .select({ responseId: replies.responseId, replies: count() })
    .from(replies)
    .innerJoin(responses, eq(responses.id, replies.responseId))
    .where(eq(responses.applicationId, applicationId))
    .groupBy(replies.responseId)
  return new Map(rows.map((row) => [row.responseId, row.replies]))
}

/** The replies to a letter by both sides, the oldest first; `ofVenue` tells whose side wrote. */
export async function repliesTo(db: Reader, responseId: ResponseId, { venueId }: Application) {
  const rows = await db
    .select({
      id: replies.id,
      itemId: replies.itemId,
      words: replies.words,
      at: replies.at,
      personId: replies.personId,
      name: people.name,
      title: people.title,
    })
    .from(replies)
    .innerJoin(people, eq(people.id, replies.personId))
    .where(eq(replies.responseId, responseId))
    .orderBy(asc(replies.at), asc(replies.id))
  const team = await db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(eq(memberships.venueId, venueId))
  const ofVenue = new Set(team.map(({ personId }) => personId))
  return rows.map((row) => {
    return { ...row, author: addressed(row), ofVenue: ofVenue.has(row.personId) }
  })
}
