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

/** Cars may load there on its nights: it is a pilot or permanent, and the day is within its dates. */
export function isServing(
  zone: Pick<Zone, 'status' | 'effectiveFrom' | 'effectiveUntil'>,
  day: Day,
): boolean {
  const runs = zone.status === 'pilot' || zone.status === 'permanent'
  return runs && zone.effectiveFrom <= day && !isPast(zone, day)
}

/** Nothing is asked about it any more: it was ended, or its last day is over. */
export function isPast(zone: Pick<Zone, 'status' | 'effectiveUntil'>, day: Day): boolean {
  return zone.status === 'ended' || (zone.effectiveUntil !== null && zone.effectiveUntil < day)
}
