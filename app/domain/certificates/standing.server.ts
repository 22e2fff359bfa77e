import type { Reader } from '~db/open.server'
import { certificates, venues } from '~db/schema'
import type { Day } from '../dates'
import type { CertificateId } from '../ids'
import type { Program } from '../standards/program.server'
import { earliestOf, type Lapse } from './lapses'
import { type Held, lapsesOf } from './live-coverage.server'
import { type CertificateStanding, certificateStatus } from './status'

/** The columns of a certificate, with its venue, that its standing is found from. */
export const standingColumns = {
  id: certificates.id,
  venueId: certificates.venueId,
  applicationId: certificates.applicationId,
  standardSetId: certificates.standardSetId,
  issuedOn: certificates.issuedOn,
  expiresOn: certificates.expiresOn,
  pausedOn: certificates.pausedOn,
  endedOn: certificates.endedOn,
  replacedOn: certificates.replacedOn,
  profile: venues.profile,
} as const

export type HeldCertificate = Held & {
  expiresOn: Day
  pausedOn: Day | null
  endedOn: Day | null
  replacedOn: Day | null
}

export type LiveStanding = CertificateStanding & { lapses: Lapse[] }

/**
 * Where certificates stand today, from their dates and what their venues have as it is now. Coverage
 * and dated things are read only for those that are not over, in four queries for all of them.
 */
export async function standingsOf(
  db: Reader,
  held: readonly HeldCertificate[],
  program: Program,
  today: Day,
): Promise<(certificate: { id: CertificateId }) => LiveStanding> {
  const { settings } = program
  const byDates = (certificate: HeldCertificate, lapsedSince: Day | null) =>
    certificateStatus({ ...certificate, lapsedSince, settings }, today)

  const running = held.filter((each) => !isOver(byDates(each, null)))
  const lapsesBy = await lapsesOf(db, running, program, today)
  const standings = new Map(
    held.map((each): [CertificateId, LiveStanding] => {
      const lapses = lapsesBy.get(each.id) ?? []
      return [each.id, { ...byDates(each, earliestOf(lapses)), lapses }]
    }),
  )
  return ({ id }) => {
    const standing = standings.get(id)
    if (!standing) throw new Error(`No standing was asked for ${id}.`)
    return standing
  }
}

/** Whether a certificate counts, so that the public may hear of its venue. */
export function counts({ status }: CertificateStanding): boolean {
  return status === 'valid' || status === 'expiring' || status === 'being_refreshed'
}

/** Whether nothing that the venue does brings this certificate back. */
export function isOver({ status }: CertificateStanding): boolean {
  return status === 'expired' || status === 'ended' || status === 'replaced'
}
