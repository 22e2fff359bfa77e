import { pointsText } from './typed-points'
import type { Zone } from './zone'

/** What the form of a zone holds, by the names of its fields. */
export type ZoneValues = Record<string, string | string[]>

/** A zone as its form shows it. */
export function valuesOf(zone: Zone): ZoneValues {
  const { facts } = zone
  const values: ZoneValues = {
    name: zone.name,
    district: zone.districtId,
    status: zone.status,
    effectiveFrom: zone.effectiveFrom,
    effectiveUntil: zone.effectiveUntil ?? '',
    dwellMinutes: facts.dwellMinutes === null ? '' : String(facts.dwellMinutes),
    towing: facts.towing,
    signWording: facts.signWording,
    doorScript: facts.doorScript,
    amenities: facts.amenities.join('\n'),
    companies: facts.companies.join('\n'),
    reachMeters: String(facts.reachMeters),
  }
  for (const [index, { nights, opens, closes }] of facts.hours.entries()) {
    values[`hours.${index}.nights`] = nights
    values[`hours.${index}.opens`] = opens
    values[`hours.${index}.closes`] = closes
  }
  for (const [index, { street, between, points }] of facts.segments.entries()) {
    values[`segments.${index}.street`] = street
    values[`segments.${index}.between`] = between
    values[`segments.${index}.points`] = pointsText(points)
  }
  return values
}
