import { and, eq, isNull } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { people, responses } from '~db/schema'
import { type Application, applicationFor } from '../applications/queries.server'
import {
  answersOfRound,
  evidenceOfRound,
  type FrozenAnswer,
  type FrozenEvidence,
  type Round,
  roundsOf,
  standardsOfRound,
} from '../applications/rounds.server'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { ApplicationId, RoundId } from '../ids'
import type { StandardSet } from '../standards/standard-set'

export type RoundInHand = {
  application: Application
  round: Round
  set: StandardSet
  evidence: FrozenEvidence[]
  answers: FrozenAnswer[]
}

/** The newest round of an application that was shared with this member of staff, with all that it holds. */
export async function roundInHand(
  db: Reader,
  actor: Actor,
  applicationId: ApplicationId,
): Promise<RoundInHand> {
  const application = await applicationFor(db, actor, applicationId)
  const [round] = await roundsOf(db, applicationId)
  if (!round) throw new NotFound()
  const set = await standardsOfRound(db, round.id, application)
  const evidence = await evidenceOfRound(db, round.id)
  const answers = await answersOfRound(db, round.id)
  return { application, round, set, evidence, answers }
}

export type ResponseRow = Awaited<ReturnType<typeof responseOfRound>>

/**
 * The response to a round as a whole, as a draft or sent, with who wrote in it last. Null before the
 * first read. What was sent of it early, area by area, are letters of their own.
 */
export async function responseOfRound(db: Reader, roundId: RoundId) {
  const [row] = await db
    .select({ response: responses, name: people.name, title: people.title })
    .from(responses)
    .innerJoin(people, eq(people.id, responses.authorId))
    .where(and(eq(responses.roundId, roundId), isNull(responses.area)))
  return row ? { ...row.response, author: addressed(row) } : null
}

/** What a passage can be quoted from: the sections of a policy, or the venue's words beside the evidence. */
export function textsOf(row: FrozenEvidence): { anchor: string | null; text: string }[] {
  const sections = (row.sections ?? []).map(({ anchor, body }) => ({ anchor, text: body }))
  const { signedBy, name, reach } = row.facts
  const beside = [row.words, row.title, signedBy, name, reach].filter((text) => !!text)
  return [...sections, ...beside.map((text) => ({ anchor: null, text: text ?? '' }))]
}
