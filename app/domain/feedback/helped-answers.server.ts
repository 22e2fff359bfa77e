import { eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { letterHelped } from '~db/schema'
import type { HelpfulAnswer } from '~db/vocabulary'
import type { PersonId, ResponseId } from '../ids'

type HelpedAnswers = { own: HelpfulAnswer | null; all: Record<HelpfulAnswer, number> }

/** Whether a letter that the caller has read helped: one's own word, and how many of the team said what. */
export async function helpedAnswersOf(
  db: Reader,
  responseId: ResponseId,
  personId: PersonId,
): Promise<HelpedAnswers> {
  const rows = await db.select().from(letterHelped).where(eq(letterHelped.responseId, responseId))
  const said = (answer: HelpfulAnswer) => rows.filter(({ helped }) => helped === answer).length
  return {
    own: rows.find((row) => row.personId === personId)?.helped ?? null,
    all: { yes: said('yes'), no: said('no') },
  }
}
