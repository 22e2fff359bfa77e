import { paths } from '~/paths'
import { datedThing, dueSentences } from '~/words/en/dues'
import { formatDay } from '~/words/en/format'
import type { Reading } from '../context'
import { addDays } from '../dates'
import { standardSetOf } from '../standards/program.server'
import { findStandard } from '../standards/standard-set'
import { datedEnds } from './dated-evidence'
import { datedEvidenceOf } from './dated-evidence.server'
import { notAskedOf } from './live-coverage.server'
import type { Certificate } from './queries.server'

/** Each dated thing that keeps a certificate alive, with its last day and where a new one is added. */
export async function datedOfCertificate({ db }: Pick<Reading, 'db'>, certificate: Certificate) {
  const { venueId, applicationId, profile, today } = certificate
  const set = await standardSetOf(db, certificate.standardSetId)
  const notAsked = (await notAskedOf(db, [applicationId]))(applicationId)
  const given = (await datedEvidenceOf(db, [applicationId]))(applicationId)
  return datedEnds(set, { notAsked, profile }, given)
    .filter(({ essential }) => essential)
    .map(({ standard, ask, until }) => {
      const over = until < today
      return {
        id: standard,
        title: findStandard(set, standard)?.title ?? standard,
        to: paths.refreshEvidence(venueId, standard, ask.kind),
        status: over ? `Ready to refresh since ${formatDay(addDays(until, 1))}` : 'Current',
        tone: over ? ('next' as const) : ('place' as const),
        detail: dueSentences.dated_evidence({ day: until, over, thing: datedThing(ask.kind) }),
      }
    })
}
