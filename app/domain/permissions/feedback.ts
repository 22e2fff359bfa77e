import type { Actor } from '../context'
import type { VenueId } from '../ids'
import { type ApplicationSubject, canAnswerVenue } from './application'
import { allowed, type Permission, refused } from './permission'
import { canSpeakForVenue } from './venue'
import { placeIn } from './who'

/** Letters and receipts are for the people whom the program knows to belong to the venue. */
export function canReadLetters(actor: Actor, venueId: VenueId): Permission {
  return placeIn(actor, venueId)?.confirmed
    ? allowed
    : refused('Letters open once we have confirmed that you belong to this venue.')
}

/**
 * A reply, and the mark that something is settled, is for whoever speaks for the venue and for the staff
 * of its district, in every state.
 */
export function canReply(actor: Actor, application: ApplicationSubject): Permission {
  return placeIn(actor, application.venueId)
    ? canSpeakForVenue(actor, application.venueId)
    : canAnswerVenue(actor, application)
}
