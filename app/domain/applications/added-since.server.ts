import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { formatDay } from '~/words/en/format'
import { evidenceNames } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { certificates, evidence } from '~db/schema'
import type { StandardSet } from '../standards/standard-set'
import { findStandard, monthsOf } from '../standards/standard-set'
import { standsAccredited } from './application'
import type { Application } from './queries.server'

/**
 * What a venue added to keep its certificate current after this application was accredited: newer
 * than the certificate, beside an ask that counts for some months, and written for the liaison to read.
 * Everything else that it put there is its private draft.
 */
export async function addedSince(db: Reader, application: Application, set: StandardSet) {
  if (!standsAccredited(application.state)) return []
  const rows = await db
    .select({
      id: evidence.id,
      standard: evidence.standard,
      kind: evidence.kind,
      words: evidence.words,
      facts: evidence.facts,
      happenedOn: evidence.happenedOn,
    })
    .from(evidence)
    .innerJoin(certificates, eq(certificates.applicationId, evidence.applicationId))
    .where(
      and(
        eq(evidence.applicationId, application.id),
        gt(evidence.addedAt, certificates.issuedAt),
        isNotNull(evidence.happenedOn),
        isNull(evidence.removedAt),
      ),
    )
    .orderBy(asc(evidence.addedAt))
  const isDated = ({ standard, kind }: (typeof rows)[number]) => {
    const ask = findStandard(set, standard)?.evidence.find((each) => each.kind === kind)
    return ask !== undefined && monthsOf(ask) !== undefined
  }
  return rows.filter(isDated).map(({ id, standard, kind, words, facts, happenedOn }) => {
    const { count, total, name, signedBy } = facts
    return {
      id,
      title: findStandard(set, standard)?.title ?? standard,
      kind: evidenceNames[kind],
      details: [
        happenedOn ? `On ${formatDay(happenedOn)}.` : '',
        count === undefined ? '' : `${count} of ${total ?? 0} people.`,
        name ? `With ${name}.` : '',
        signedBy ? `Signed by ${signedBy}.` : '',
      ].filter(Boolean),
      words,
    }
  })
}
