import { certificateWords, certificatePaper as paper } from '~/words/en/certificates'
import { formatDay } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import type { CheckCode } from './check-code'
import { detailsOf } from './details'
import { accreditedVenue, certificateByCode } from './queries.server'
import type { CertificateStanding } from './status'

/** What anyone reads who holds the code of a certificate. Null where no certificate has it. */
export async function checkedCertificate(db: Reader, now: Date, code: CheckCode) {
  const certificate = await certificateByCode(db, now, code)
  if (!certificate) return null
  const { facts, standing, today } = certificate
  const { label, everyone } = certificateWords[standing.status]
  return {
    heading: facts.venueName,
    label,
    tone: toneOf(standing),
    sentence: everyone(detailsOf(facts.venueName, standing)),
    rows: [
      { term: 'Venue', detail: facts.venueName },
      { term: 'Address', detail: facts.address },
      { term: paper.number, detail: facts.number },
      ...(facts.withDistinction ? [distinction] : []),
      { term: paper.issuedOn, detail: formatDay(facts.issuedOn) },
      { term: 'Date on the paper', detail: formatDay(facts.expiresOn) },
      { term: 'Issued by', detail: paper.issuer(facts) },
    ],
    readOn: `Read on ${formatDay(today)}.`,
  }
}

/** Green is for what is in place. */
function toneOf({ status }: CertificateStanding): 'place' | 'soft' {
  return status === 'valid' || status === 'expiring' ? 'place' : 'soft'
}

const distinction = { term: 'Distinction', detail: 'Accredited with distinction' }

/** The public page of an accredited venue; every other venue is absent, alike. Its check code stays with the venue. */
export async function publicVenuePage(db: Reader, now: Date, slug: string) {
  const { name, address, district, facts, standing } = await accreditedVenue(db, now, slug)
  const { label, everyone } = certificateWords[standing.status]
  return {
    name,
    label,
    tone: toneOf(standing),
    sentence: everyone(detailsOf(name, standing)),
    withDistinction: facts.withDistinction,
    rows: [
      { term: 'Address', detail: address },
      ...(district ? [{ term: 'District', detail: district }] : []),
      { term: paper.number, detail: facts.number },
      { term: paper.issuedOn, detail: formatDay(facts.issuedOn) },
      { term: paper.until, detail: formatDay(facts.expiresOn) },
      { term: 'Issued by', detail: paper.issuer(facts) },
    ],
  }
}
