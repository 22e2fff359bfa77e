import type { Actor } from '../context'
import type { VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { canSpeakForVenue } from './venue'
import { hasTwoFactors, isCoordinator, placeIn } from './who'

/** Everything about a venue goes to whoever speaks for it: an owner or a manager whom the program knows. */
export function canDownloadVenue(actor: Actor, venueId: VenueId): Permission {
  const speaks = canSpeakForVenue(actor, venueId)
  if (speaks.allowed || placeIn(actor, venueId)?.role !== 'helper') return speaks
  return refused('This download is for an owner or a manager of the venue.')
}

/** Leaving takes papers away for good, so it is an owner's to decide. */
export function canLeaveProgram(actor: Actor, venueId: VenueId): Permission {
  const speaks = canSpeakForVenue(actor, venueId)
  if (!speaks.allowed) return speaks
  return placeIn(actor, venueId)?.role === 'owner'
    ? allowed
    : refused('Leaving the program is for an owner of the venue.')
}

/** What the retention schedule will remove is seen, and kept longer, by coordinators: how much, never what is in it. */
export function canLookAfterRetention(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('What is kept and removed is looked after by a coordinator.')
}
