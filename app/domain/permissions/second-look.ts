import type { Actor } from '../context'
import type { VenueId } from '../ids'
import { type ApplicationSubject, canReadShared } from './application'
import { type Permission, refused } from './permission'
import { canSpeakForVenue } from './venue'
import { isCoordinator, placeIn } from './who'

/** Whoever speaks for the venue asks, in every state, once there is something that others have read. */
export function canAskSecondLook(actor: Actor, venueId: VenueId, roundsShared: number): Permission {
  const may = canSpeakForVenue(actor, venueId)
  if (!may.allowed || roundsShared > 0) return may
  return refused('A second look is about what you shared: you can ask once you have shared.')
}

/** A coordinator gives it on, who has not stepped back and does not belong to the venue. */
export function canGiveSecondLook(actor: Actor, application: ApplicationSubject): Permission {
  if (!isCoordinator(actor)) return refused('A second look is given to somebody by a coordinator.')
  return asOutsider(actor, application)
}

/** It is answered by the one person to whom it was given, until it is done. */
export function canAnswerSecondLook(actor: Actor, application: ApplicationSubject): Permission {
  if (application.access !== 'second_look') return refused('You were not asked for a second look.')
  return asOutsider(actor, application)
}

function asOutsider(actor: Actor, application: ApplicationSubject): Permission {
  return placeIn(actor, application.venueId)
    ? refused('You belong to this venue, so somebody else looks after this.')
    : canReadShared(actor, application)
}
