import type { CertificateDetails } from '~/words/en/certificates'
import { formatDay } from '~/words/en/format'
import type { CertificateStanding } from './status'

/** What the sentences about a certificate name, with its dates as people read them. */
export function detailsOf(venue: string, standing: CertificateStanding): CertificateDetails {
  const { since, until, refreshBy, pausedBy } = standing
  return {
    venue,
    until: formatDay(until),
    ...(since && { since: formatDay(since) }),
    ...(refreshBy && { refreshBy: formatDay(refreshBy) }),
    ...(pausedBy && { pausedBy }),
  }
}
