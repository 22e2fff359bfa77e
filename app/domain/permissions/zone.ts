import type { Actor } from '../context'
import type { VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator, placeIn } from './who'

/** Zones are entered, changed and confirmed by a coordinator; everybody else reads the public page. */
export function canKeepZones(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('Loading zones are entered and changed by a coordinator.')
}

/** "Our door staff know" goes to the program, so the program must know that the person belongs to the venue. */
export function canAcknowledgeZones(actor: Actor, venueId: VenueId): Permission {
  return confirmedAt(
    actor,
    venueId,
    'We are still confirming that you belong to this venue. As soon as that is done, you can say here that your door staff know.',
  )
}

/** Whoever of the venue's confirmed people asks for it is reminded of service nights. */
export function canAskForReminders(actor: Actor, venueId: VenueId): Permission {
  return confirmedAt(
    actor,
    venueId,
    'We are still confirming that you belong to this venue. As soon as that is done, you can ask for reminders here.',
  )
}

function confirmedAt(actor: Actor, venueId: VenueId, reason: string): Permission {
  const place = placeIn(actor, venueId)
  if (!place) return refused('Only the people of this venue can do that.')
  return place.confirmed ? allowed : refused(reason)
}
