import { type PartnerField, type Role, staffRoles, venueRoles } from '~db/vocabulary'
import type { Actor } from '../context'
import type { DistrictId, PersonId, VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator, needsStaffSignIn, placeIn } from './who'

/** One role at a venue, or of the program where there is no venue. */
export type RolePlace = { role: Role; venueId: VenueId | null }
/** The same, held by somebody. */
export type HeldPlace = RolePlace & { personId: PersonId }

type WholePlace = RolePlace & { districtId: DistrictId | null; field: PartnerField | null }

const notYours = refused('Only the people of this venue can do that.')
const notYet = refused(
  'We are still confirming that you belong to this venue. Inviting and changing people opens as soon as that is done.',
)

export function isVenueRole(role: Role): boolean {
  return (venueRoles as readonly Role[]).includes(role)
}

/** A role that reads what venues share: an email alone never gives it. */
export function isStaffRole(role: Role): boolean {
  return (staffRoles as readonly Role[]).includes(role)
}

/** Everybody who works at the venue sees who else does. */
export function canSeePlaces(actor: Actor, venueId: VenueId): Permission {
  return placeIn(actor, venueId) ? allowed : notYours
}

/** Whether two places are the same one: of the same venue, or of the same district and field. */
export function isSamePlace(a: WholePlace, b: WholePlace): boolean {
  return a.role === b.role && isAtSame(a, b)
}

/** The same venue; or the same role of the program, in the same district and field. */
export function standsInForPlace(held: WholePlace, offered: WholePlace): boolean {
  return offered.venueId ? held.venueId === offered.venueId : isSamePlace(held, offered)
}

function isAtSame(a: WholePlace, b: WholePlace): boolean {
  return a.venueId === b.venueId && a.districtId === b.districtId && a.field === b.field
}

/** Staff who have signed in as staff do, with all of their factors. */
export function isSignedInAsStaff(actor: Actor): boolean {
  return needsStaffSignIn(actor) && hasTwoFactors(actor)
}

/** Places in the program are given, changed and ended by coordinators. */
export function canKeepPlaces(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('Places in the program are given and taken by a coordinator.')
}

/** Owners invite anybody to their venue, managers invite helpers; coordinators invite to the program. */
export function canInvite(actor: Actor, { role, venueId }: RolePlace): Permission {
  if (!isVenueRole(role) || !venueId) return canKeepPlaces(actor)
  const place = placeIn(actor, venueId)
  if (!place) return notYours
  if (!place.confirmed) return notYet
  if (place.role === 'owner') return allowed
  if (place.role === 'helper') return refused('An owner or a manager of the venue invites people.')
  return role === 'helper'
    ? allowed
    : refused('A manager invites helpers. An owner of the venue invites managers and owners.')
}

/** Whoever invites somebody to a venue, or to the program, sees who else is invited there. */
export function canSeeInvitations(actor: Actor, venueId: VenueId | null): Permission {
  return canInvite(actor, { role: 'helper', venueId })
}

/** Only an owner changes what people are to the venue, and only a coordinator what they are to the program. */
export function canChangePlace(actor: Actor, held: HeldPlace, to: Role): Permission {
  if (!isVenueRole(held.role) || !held.venueId) return canKeepPlaces(actor)
  if (!isVenueRole(to)) return refused('Choose owner, manager or helper.')
  const place = placeIn(actor, held.venueId)
  if (!place) return notYours
  if (!place.confirmed) return notYet
  return place.role === 'owner'
    ? allowed
    : refused('An owner of the venue changes what people are to it.')
}

/** Whether a role is another one than somebody has. */
export function isAnotherRole(held: RolePlace, to: Role): boolean {
  return held.role !== to
}

/** Anybody gives up their own place at a venue. Owners end any place there, managers a helper’s. */
export function canEndPlace(actor: Actor, held: HeldPlace): Permission {
  if (!isVenueRole(held.role) || !held.venueId) return canKeepPlaces(actor)
  const place = placeIn(actor, held.venueId)
  if (!place) return notYours
  if (held.personId === actor.person.id) return allowed
  if (!place.confirmed) return notYet
  if (place.role === 'owner') return allowed
  if (place.role === 'manager' && held.role === 'helper') return allowed
  return refused(
    place.role === 'manager'
      ? 'A manager ends the place of a helper. An owner ends any other.'
      : 'An owner or a manager of the venue ends places there.',
  )
}

export function canHandOver(actor: Actor, venueId: VenueId): Permission {
  const place = placeIn(actor, venueId)
  if (!place) return notYours
  if (!place.confirmed) return notYet
  return place.role === 'owner' ? allowed : refused('An owner hands the venue over.')
}

/** A venue that had a known owner keeps one, whatever is changed: `owners` are all of them now. */
export function keepsAnOwner(owners: readonly PersonId[], without: PersonId): Permission {
  return owners.length > 0 && owners.every((owner) => owner === without)
    ? refused(
        'The venue would be without an owner. Make somebody else an owner first, or hand the venue over.',
      )
    : allowed
}
