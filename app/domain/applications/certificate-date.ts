import { certificateDateWords } from '~/words/en/keep-current'
import type { EvidenceKind } from '~db/vocabulary'
import { Conflict } from '../errors'
import { findStandard, monthsOf, type StandardSet } from '../standards/standard-set'
import { standsAccredited } from './application'
import type { Application } from './queries.server'

type Asked = { standard: string; kind: EvidenceKind }

/**
 * Whether a certificate counts by the date of this evidence. After accreditation it is not a draft: it
 * is added where the page says that the liaison reads it at once, by whoever speaks for the venue.
 */
export function isCertificateDate(
  application: Pick<Application, 'state'> | null,
  set: StandardSet,
  { standard, kind }: Asked,
): boolean {
  if (!application || !standsAccredited(application.state)) return false
  const ask = findStandard(set, standard)?.evidence.find((each) => each.kind === kind)
  return ask !== undefined && monthsOf(ask) !== undefined
}

export function refuseCertificateDate(
  application: Pick<Application, 'state'>,
  set: StandardSet,
  asked: Asked,
): void {
  if (isCertificateDate(application, set, asked)) throw new Conflict(certificateDateWords)
}
