import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { responses, rounds, venues } from '~db/schema'
import type { Application } from '../applications/queries.server'
import { answersOfRound, evidenceOfRound } from '../applications/rounds.server'
import { answersOf } from '../applications/workspace-given.server'
import type { Day } from '../dates'
import { NotFound } from '../errors'
import { openEssentials, openOf, type RoundGiven } from '../feedback/open-essentials'
import { isEssential, type Standard, type StandardSet } from '../standards/standard-set'

/** What an application's newest whole round leaves open on a day, and what it has of the enhanced standards. */
export async function roundStanding(
  db: Reader,
  application: Application,
  set: StandardSet,
  today: Day,
) {
  const [round] = await db
    .select({ id: rounds.id, reference: rounds.reference, profile: venues.profile })
    .from(rounds)
    .innerJoin(venues, eq(venues.id, application.venueId))
    .where(and(eq(rounds.applicationId, application.id), isNull(rounds.amendment)))
    .orderBy(desc(rounds.number))
    .limit(1)
  if (!round) throw new NotFound()
  const [letter] = await db
    .select({ authorId: responses.authorId })
    .from(responses)
    .where(
      and(eq(responses.roundId, round.id), isNull(responses.area), isNotNull(responses.sentAt)),
    )
  const { accepted } = await answersOf(db, application)
  const given: RoundGiven = {
    answers: await answersOfRound(db, round.id),
    evidence: await evidenceOfRound(db, round.id),
    profile: round.profile,
    accepted,
  }
  return {
    reference: round.reference,
    open: openEssentials(set, given, today),
    enhanced: enhancedInPlace(set, given, today),
    /** Who wrote the letter that found everything in place. */
    foundReadyBy: letter?.authorId ?? null,
  }
}

/** Enhanced standards shown with evidence or by an accepted other way: one that does not apply earns nothing. */
function enhancedInPlace(set: StandardSet, given: RoundGiven, today: Day): Standard[] {
  const enhanced = set.standards.filter((standard) => !isEssential(standard))
  const open = new Set(openOf(enhanced, given, today))
  const spared = new Set(
    given.answers.flatMap(({ standard, stance }) => (stance === 'not_applicable' ? standard : [])),
  )
  return enhanced.filter((standard) => !open.has(standard) && !spared.has(standard.code))
}
