import { and, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { evidence, roundEvidence, rounds } from '~db/schema'
import type { Day } from '../dates'
import { groupedBy } from '../grouped-by'
import type { ApplicationId } from '../ids'
import type { DatedEvidence } from './dated-evidence'

/**
 * By application, the dated evidence of its newest whole round, and what the venue has put beside its
 * standards since, in one query. While an application is open, `evidence` is its private draft: ask
 * for the standing application of a certificate, or for the venue's own eyes.
 */
export async function datedEvidenceOf(
  db: Reader,
  applicationIds: ApplicationId[],
): Promise<(id: ApplicationId) => readonly DatedEvidence[]> {
  const newest = db
    .select({ applicationId: rounds.applicationId, number: max(rounds.number).as('newest') })
    .from(rounds)
    .where(and(inArray(rounds.applicationId, applicationIds), isNull(rounds.amendment)))
    .groupBy(rounds.applicationId)
    .as('newest_rounds')
  const frozen = db
    .select({
      applicationId: rounds.applicationId,
      standard: roundEvidence.standard,
      kind: roundEvidence.kind,
      happenedOn: roundEvidence.happenedOn,
      facts: roundEvidence.facts,
    })
    .from(newest)
    .innerJoin(
      rounds,
      and(eq(rounds.applicationId, newest.applicationId), eq(rounds.number, newest.number)),
    )
    .innerJoin(roundEvidence, eq(roundEvidence.roundId, rounds.id))
    .where(isNotNull(roundEvidence.happenedOn))
  const beside = db
    .select({
      applicationId: evidence.applicationId,
      standard: evidence.standard,
      kind: evidence.kind,
      happenedOn: evidence.happenedOn,
      facts: evidence.facts,
    })
    .from(evidence)
    .where(
      and(
        inArray(evidence.applicationId, applicationIds),
        isNotNull(evidence.happenedOn),
        isNull(evidence.removedAt),
      ),
    )
  const rows = await frozen.unionAll(beside)
  return groupedBy(
    rows.flatMap(({ happenedOn, ...row }) =>
      happenedOn ? { ...row, happenedOn: happenedOn as Day } : [],
    ),
    ({ applicationId }) => applicationId,
  )
}
