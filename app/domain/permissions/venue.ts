import type { Actor } from '../context'
import type { PersonId, VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator, placeIn } from './who'

const notYours = refused('Only the people of this venue can do that.')

/** Everybody of the venue works on its drafts: owner, manager and helper, confirmed or not yet. */
export function canWorkOnDrafts(actor: Actor, venueId: VenueId): Permission {
  return placeIn(actor, venueId) ? allowed : notYours
}

/** A share speaks for the venue, so the program must know that the person belongs to it. */
export function canShare(actor: Actor, venueId: VenueId): Permission {
  const place = placeIn(actor, venueId)
  if (!place) return notYours
  if (!place.confirmed) {
    return refused(
      'We are still confirming that you belong to this venue. You can go on drafting meanwhile; sharing opens as soon as that is done.',
    )
  }
  if (place.role === 'helper') {
    return refused('Sharing is for an owner or a manager of the venue.')
  }
  return allowed
}

/** Answers to a letter, replies, pausing and leaving speak for the venue as a share does. */
export function canSpeakForVenue(actor: Actor, venueId: VenueId): Permission {
  return canShare(actor, venueId)
}

/** A name of staff leaves the venue only when somebody who speaks for it says so. */
export function canShowNames(actor: Actor, venueId: VenueId): Permission {
  const place = placeIn(actor, venueId)
  if (!place) return notYours
  if (!place.confirmed) {
    return refused(
      'We are still confirming that you belong to this venue. As soon as that is done, you can show a name here.',
    )
  }
  return place.role === 'helper'
    ? refused('A name is shown and hidden by an owner or a manager of the venue.')
    : allowed
}

/** “Verified” is the venue's word for a training, so it is given by somebody who speaks for the venue. */
export function canVerifyRecords(actor: Actor, venueId: VenueId): Permission {
  const place = placeIn(actor, venueId)
  if (!place) return notYours
  if (!place.confirmed) {
    return refused(
      'We are still confirming that you belong to this venue. As soon as that is done, you can mark a training as verified.',
    )
  }
  return place.role === 'helper'
    ? refused(
        'A training is marked as verified by an owner or a manager of the venue. You can attach its card.',
      )
    : allowed
}

export function canInviteVenues(actor: Actor): Permission {
  return coordinatorsOnly(actor, 'Invitations are sent by a coordinator.')
}

export function canImportLicenses(actor: Actor): Permission {
  return coordinatorsOnly(actor, 'License lists are imported by a coordinator.')
}

export function canMergeVenues(actor: Actor): Permission {
  return coordinatorsOnly(actor, 'Venues are merged by a coordinator.')
}

export function canDecideJoinRequests(actor: Actor): Permission {
  return coordinatorsOnly(actor, 'Requests to join are answered by a coordinator.')
}

/** Nobody confirms themselves. */
export function canDecideRequestOf(actor: Actor, personId: PersonId): Permission {
  return actor.person.id === personId
    ? refused('Your own request is answered by another coordinator.')
    : canDecideJoinRequests(actor)
}

export function canArrangeDistricts(actor: Actor): Permission {
  return coordinatorsOnly(actor, 'Districts are arranged by a coordinator.')
}

function coordinatorsOnly(actor: Actor, reason: string): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor) ? allowed : refused(reason)
}
