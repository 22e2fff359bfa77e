import { type PartnerField, type Role, staffRoles } from '~db/vocabulary'
import type { Day } from '../dates'
import type { DistrictId, MembershipId } from '../ids'

/** What a person can be to the program itself, beside what they are to venues. */
export const programRoles = [
  'coordinator',
  'liaison',
  'partner',
  'district_viewer',
] as const satisfies readonly Role[]
export type ProgramRole = (typeof programRoles)[number]

export function isProgramRole(role: string): role is ProgramRole {
  return (programRoles as readonly string[]).includes(role)
}

/** One thing that a person is to the program. */
export type ProgramPlace = {
  id: MembershipId
  role: ProgramRole
  districtId: DistrictId | null
  district: string | null
  field: PartnerField | null
}

/** The places of one role among them. */
export function placesAs<Place extends { role: Role }>(
  role: ProgramRole,
  places: readonly Place[],
): Place[] {
  return places.filter((place) => place.role === role)
}

/** A partner has a field, and each field is a place of its own. */
export function ownsItsField({ role }: { role: ProgramRole }): boolean {
  return role === 'partner'
}

/** A coordinator has neither districts nor a field. */
export function hasAnythingToChange({ role }: { role: ProgramRole }): boolean {
  return role !== 'coordinator'
}

/** A liaison and a district viewer have one at least; a partner without one has all of them. */
export function needsADistrict(place: { role: ProgramRole }): boolean {
  return hasAnythingToChange(place) && !ownsItsField(place)
}

type Standing = { places: readonly { role: Role }[]; awayUntil: Day | null }

/** Whether they sign in as program staff, on leave too: with two factors, and never by email alone. */
export function signsInAsStaff({ places, awayUntil }: Standing): boolean {
  return awayUntil !== null || staffRoles.some((role) => placesAs(role, places).length > 0)
}

/** A place in small facts, as the record keeps it: ids and constants, no names. */
export function factsOfPlaces(places: readonly ProgramPlace[]): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const role of programRoles) {
    const held = placesAs(role, places)
    const what = held.map(({ districtId, field }) => field ?? districtId ?? 'all')
    if (held.length > 0) facts[role] = what.join(' ')
  }
  return facts
}
