import type { PartnerField, Role } from '~db/vocabulary'
import type { DistrictId, PlaceInvitationId, VenueId } from '../ids'

/** How long a link works, and for how long after that the invited person may ask for a new one. */
export const linkDays = 7
export const renewableDays = 30

type Offered = {
  role: Role
  venueId: VenueId | null
  districtId: DistrictId | null
  moreDistricts?: readonly DistrictId[] | null
  field: PartnerField | null
}

/** What one invitation gives: a single place, or the same one in each of its districts. */
export function placesOffered({ role, venueId, districtId, moreDistricts, field }: Offered) {
  return [districtId, ...(moreDistricts ?? [])].map((each) => {
    return { role, venueId, districtId: each, field }
  })
}

export type InvitationStanding = 'open' | 'expired' | 'tries_over' | 'accepted' | 'withdrawn'

/** What the standing is read from. */
export type Standing = {
  acceptedAt: Date | null
  withdrawnAt: Date | null
  expiresAt: Date
  spokenHash: string | null
  spokenTriesLeft: number
}

export function standingOf(invitation: Standing, now: Date): InvitationStanding {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  if (invitation.spokenHash && invitation.spokenTriesLeft <= 0) return 'tries_over'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** One that was taken back stands in the list for a month, and is then forgotten there. */
export function stillShown({ withdrawnAt }: Standing, now: Date): boolean {
  return !withdrawnAt || now.getTime() - withdrawnAt.getTime() < 30 * 86_400_000
}

/** The end of a link that is mailed now. */
export function linkEnd(now: Date): Date {
  return new Date(now.getTime() + linkDays * 86_400_000)
}

/** A link that ran out long ago is renewed by nobody but whoever invited. */
export function isRenewable(invitation: Standing, now: Date): boolean {
  const standing = standingOf(invitation, now)
  const until = invitation.expiresAt.getTime() + renewableDays * 86_400_000
  return (standing === 'open' || standing === 'expired') && now.getTime() < until
}

const idLength = 16

/** A link begins with its invitation’s id, so that an old one still finds whom to mail a new one. */
export function tokenFor(id: PlaceInvitationId, secret: string): string {
  return `${id.slice('pin_'.length)}${secret}`
}

export function invitationIdIn(token: string): PlaceInvitationId {
  return `pin_${token.slice(0, idLength)}`
}
