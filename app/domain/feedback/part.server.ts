import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applicationAccess, responseParts } from '~db/schema'
import { applicationAskedAbout } from '../applications/queries.server'
import {
  answersOfRound,
  evidenceOfRound,
  roundsOf,
  standardsOfRound,
} from '../applications/rounds.server'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { AccessId } from '../ids'
import type { RoundInHand } from './draft.server'

/**
 * A part of a letter for the one who was asked to write it, with the round as they may see it: the
 * standards that they were asked about and what was shared on them. It is absent for everybody else,
 * and for them once it is taken into the letter or the question is taken back.
 */
export async function partFor(db: Reader, actor: Actor, id: string) {
  const [row] = await db
    .select({ access: applicationAccess, part: responseParts })
    .from(applicationAccess)
    .innerJoin(responseParts, eq(responseParts.accessId, applicationAccess.id))
    .where(
      and(
        eq(applicationAccess.id, id as AccessId),
        eq(applicationAccess.personId, actor.person.id),
        isNull(applicationAccess.endedAt),
      ),
    )
  if (!row) throw new NotFound()
  const { access, part } = row
  const application = await applicationAskedAbout(db, actor, access.applicationId)
  const [round] = await roundsOf(db, application.id)
  if (!round) throw new NotFound()
  const asked = new Set(access.standards ?? [])
  const isAsked = ({ standard }: { standard: string }) => asked.has(standard)
  const set = await standardsOfRound(db, round.id, application)
  const hand: RoundInHand = {
    application,
    round,
    set: { ...set, standards: set.standards.filter(({ code }) => asked.has(code)) },
    evidence: (await evidenceOfRound(db, round.id)).filter(isAsked),
    answers: (await answersOfRound(db, round.id)).filter(isAsked),
  }
  return { access, part, hand }
}
