import { and, asc, eq, gte, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { certificates, events, venues } from '~db/schema'
import { type Day, dayOf } from '../dates'
import type { EventKind } from '../events'
import type { CertificateId, DistrictId } from '../ids'
import { notMerged } from '../live-venues.server'
import { accreditedOn, monthEnds, type PastEvent } from './district-trend'

const away = {
  'certificate.paused': true,
  'certificate.resumed': false,
  'application.lapsed': true,
  'application.refreshed': false,
} as const satisfies Partial<Record<EventKind, boolean>>

/** How many venues of a district were accredited at the end of each of the last months, the earliest first. */
export async function accreditedByMonth(
  db: Reader,
  districtId: DistrictId,
  { today, timeZone }: { today: Day; timeZone: string },
  months: number,
): Promise<{ day: Day; count: number }[]> {
  const days = monthEnds(today, months)
  const here = and(eq(venues.districtId, districtId), notMerged)
  const held = await db
    .select({
      id: certificates.id,
      venueId: certificates.venueId,
      applicationId: certificates.applicationId,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      pausedOn: certificates.pausedOn,
      endedOn: certificates.endedOn,
      replacedOn: certificates.replacedOn,
    })
    .from(certificates)
    .innerJoin(venues, eq(venues.id, certificates.venueId))
    .where(and(here, gte(certificates.expiresOn, days[0] ?? today)))
  const happened = await db
    .select({
      kind: events.kind,
      at: events.at,
      applicationId: events.applicationId,
      subjectId: events.subjectId,
    })
    .from(events)
    .innerJoin(venues, eq(venues.id, events.venueId))
    .where(and(here, inArray(events.kind, Object.keys(away))))
    .orderBy(asc(events.at))
  const past = happened.flatMap(({ kind, at, applicationId, subjectId }): PastEvent[] => {
    const of = applicationId ?? (subjectId as CertificateId | null)
    if (!of || !isKnown(kind)) return []
    return [{ of, on: dayOf(at, timeZone), away: away[kind] }]
  })
  return accreditedOn(days, held, past).map((count, index) => ({
    day: days[index] ?? today,
    count,
  }))
}

function isKnown(kind: string): kind is keyof typeof away {
  return Object.hasOwn(away, kind)
}
