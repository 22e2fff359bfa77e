import { addDays, addMonths, type Day } from '../dates'
import type { ApplicationId, CertificateId, VenueId } from '../ids'

/** A certificate's dates, as they stand now. */
export type PastCertificate = {
  id: CertificateId
  venueId: VenueId
  applicationId: ApplicationId
  issuedOn: Day
  expiresOn: Day
  pausedOn: Day | null
  endedOn: Day | null
  replacedOn: Day | null
}

/** What rested or lapsed, and what came back, on which day; in the order in which it happened. */
export type PastEvent = {
  of: CertificateId | ApplicationId
  on: Day
  away: boolean
}

/** The last days of the whole months before today, the earliest first. */
export function monthEnds(today: Day, months: number): Day[] {
  const first = `${today.slice(0, 8)}01` as Day
  return Array.from({ length: months }, (_, index) =>
    addDays(addMonths(first, index + 1 - months), -1),
  )
}

/** How many venues were accredited at the end of each day: a certificate within its dates, not resting, nothing lapsed. */
export function accreditedOn(
  days: readonly Day[],
  certificates: readonly PastCertificate[],
  events: readonly PastEvent[],
): number[] {
  const byThing = new Map<string, PastEvent[]>()
  for (const event of events) byThing.set(event.of, [...(byThing.get(event.of) ?? []), event])
  const away = (of: CertificateId | ApplicationId, day: Day) =>
    byThing.get(of)?.findLast(({ on }) => on <= day)?.away ?? false

  return days.map((day) => {
    const accredited = certificates.filter(
      (each) => stands(each, day) && !away(each.id, day) && !away(each.applicationId, day),
    )
    return new Set(accredited.map(({ venueId }) => venueId)).size
  })
}

function stands(each: PastCertificate, day: Day): boolean {
  const gone = [each.pausedOn, each.endedOn, each.replacedOn].some((on) => on !== null && on <= day)
  return each.issuedOn <= day && day <= each.expiresOn && !gone
}
