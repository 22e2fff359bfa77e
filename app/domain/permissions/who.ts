import { type Role, staffRoles, venueRoles } from '~db/vocabulary'
import type { Actor, Membership } from '../context'
import type { DistrictId, VenueId } from '../ids'

/** The person's place in a venue's team, or undefined when they have none. */
export function placeIn(actor: Actor, venueId: VenueId): Membership | undefined {
  return actor.memberships.find(
    (membership) => membership.venueId === venueId && isOneOf(venueRoles, membership.role),
  )
}

export function districtIdsOf(actor: Actor, role: 'liaison' | 'district_viewer'): DistrictId[] {
  const held = actor.memberships.flatMap((membership) =>
    membership.role === role && membership.districtId ? membership.districtId : [],
  )
  return [...new Set(held)]
}

export function isLiaison(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => role === 'liaison')
}

export function isCoordinator(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => role === 'coordinator')
}

/** Police, coordinators and partners: they prove who they are with two factors. */
export function isStaff(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => isOneOf(staffRoles, role))
}

/**
 * A code by email is not enough for them: for staff, and for whoever is on leave from such a place. What
 * was opened by an email meanwhile would be staff's again on the day they are back.
 */
export function needsStaffSignIn(actor: Actor): boolean {
  return isStaff(actor) || actor.away
}

/**
 * A password with a time-based code, or with a recovery code in its place. A passkey counts as both:
 * it is something they have, and its device asked for a finger, a face or a PIN. So does the demo's
 * one-click sign-in.
 */
export function hasTwoFactors({ factors }: Actor): boolean {
  const second = factors.includes('totp') || factors.includes('recovery_code')
  return (
    factors.includes('demo') ||
    factors.includes('passkey') ||
    (factors.includes('password') && second)
  )
}

/** Everything that the person's roles ask for. A password alone is half a sign-in for everybody. */
export function hasAllFactors(actor: Actor): boolean {
  return needsStaffSignIn(actor)
    ? hasTwoFactors(actor)
    : actor.factors.some((factor) => factor !== 'password')
}

const proofLasts = 10 * 60_000

/** Whether they proved who they are within ten minutes: asked before what cannot simply be undone. */
export function hasProvedLately(actor: Actor, now: Date): boolean {
  return actor.provedAt !== null && now.getTime() - actor.provedAt.getTime() <= proofLasts
}

export function isLiaisonFor(actor: Actor, districtId: DistrictId | null): boolean {
  return districtId !== null && districtIdsOf(actor, 'liaison').includes(districtId)
}

function isOneOf(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role)
}
