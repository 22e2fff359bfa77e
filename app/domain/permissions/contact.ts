import type { Actor } from '../context'
import type { DistrictId, VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator, isLiaisonFor, placeIn } from './who'

/** Contacts with a venue are read and written down by the liaisons of its district and by coordinators. */
export function canLogContact(actor: Actor, districtId: DistrictId | null): Permission {
  const staff = isLiaisonFor(actor, districtId) || isCoordinator(actor)
  return staff && hasTwoFactors(actor)
    ? allowed
    : refused('Contacts are written down by the liaisons of the venue’s district.')
}

/** The log tells when the police were there, so the program must know that the person belongs to the venue. */
export function canKeepContacts(actor: Actor, venueId: VenueId): Permission {
  const place = placeIn(actor, venueId)
  if (!place) return refused('Only the people of this venue can do that.')
  return place.confirmed
    ? allowed
    : refused(
        'We are still confirming that you belong to this venue. As soon as that is done, you can read its contacts here and add your own.',
      )
}
