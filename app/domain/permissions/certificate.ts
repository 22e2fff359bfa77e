import type { Actor } from '../context'
import type { PersonId, VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { placeIn } from './who'

/** The paper and its check code are for the people whom the program knows to belong to the venue. */
export function canReadCertificate(actor: Actor, venueId: VenueId): Permission {
  return placeIn(actor, venueId)?.confirmed
    ? allowed
    : refused('The certificate opens once we have confirmed that you belong to this venue.')
}

/** Where two people accredit, whoever found everything in place leaves the issuing to a colleague. */
export function canComplete(
  actor: Actor,
  foundReadyBy: PersonId | null,
  accreditedBy: 1 | 2,
): Permission {
  return accreditedBy === 2 && actor.person.id === foundReadyBy
    ? refused(
        'In this program two people accredit a venue. You found everything in place, so a colleague issues the certificate.',
      )
    : allowed
}
