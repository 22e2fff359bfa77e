import type { ZoneFacts } from '~db/schema/zones'
import type { ZoneStatus } from '~db/vocabulary'
import type { Day } from '../dates'
import type { DistrictId, ZoneId, ZoneVersionId } from '../ids'

/** A ride-share loading zone as one of its versions says it. */
export type Zone = {
  id: ZoneId
  slug: string
  districtId: DistrictId
  district: string
  districtSlug: string
  version: number
  versionId: ZoneVersionId
  name: string
  status: ZoneStatus
  effectiveFrom: Day
  effectiveUntil: Day | null
  facts: ZoneFacts
  /** What changed, in words for the venues; empty in the first version. */
  change: string
  publishedAt: Date
  confirmedOn: Day | null
}

/** Sets of hours, and stretches of curb, that one zone can have. */
export const mostHours = 4
export const mostSegments = 6

/** Cars stop there on its nights, now or from a day to come. */
export function opens({ status }: Pick<Zone, 'status'>): boolean {
  return status === 'pilot' || status === 'permanent'
}

/** Cars may load there on its nights: it opens, and the day is within its dates. */
export function isServing(
  zone: Pick<Zone, 'status' | 'effectiveFrom' | 'effectiveUntil'>,
  day: Day,
): boolean {
  return opens(zone) && zone.effectiveFrom <= day && !isPast(zone, day)
}

/** Nothing is asked about it any more: it was ended, or its last day is over. */
export function isPast(zone: Pick<Zone, 'status' | 'effectiveUntil'>, day: Day): boolean {
  return zone.status === 'ended' || (zone.effectiveUntil !== null && zone.effectiveUntil < day)
}

/** What of a zone can differ between two versions, in the order in which it is told. */
export const zoneAspects = [
  'name',
  'district',
  'status',
  'dates',
  'segments',
  'hours',
  'dwell',
  'towing',
  'sign',
  'script',
  'amenities',
  'companies',
  'reach',
] as const
export type ZoneAspect = (typeof zoneAspects)[number]

type Said = Pick<
  Zone,
  'name' | 'districtId' | 'status' | 'effectiveFrom' | 'effectiveUntil' | 'facts'
>

/** What differs between two versions; none when they say the same. */
export function aspectsChanged(before: Said, after: Said): ZoneAspect[] {
  const said = asSaid(before)
  const saidNow = asSaid(after)
  return zoneAspects.filter(
    (aspect) => JSON.stringify(said[aspect]) !== JSON.stringify(saidNow[aspect]),
  )
}

function asSaid({ facts, ...zone }: Said): Record<ZoneAspect, unknown> {
  return {
    name: zone.name,
    district: zone.districtId,
    status: zone.status,
    dates: [zone.effectiveFrom, zone.effectiveUntil],
    // Their order says nothing.
    segments: facts.segments
      .map(({ street, between, points }) => JSON.stringify([street, between, points]))
      .sort(),
    hours: facts.hours.map(({ nights, opens, closes }) => [nights, opens, closes]),
    dwell: facts.dwellMinutes,
    towing: facts.towing,
    sign: facts.signWording,
    script: facts.doorScript,
    amenities: facts.amenities,
    companies: facts.companies,
    reach: facts.reachMeters,
  }
}
