import type { ApplicationState } from '~db/vocabulary'
import type { Actor } from '../context'
import type { DistrictId, VenueId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator, isLiaisonFor, placeIn } from './who'

/** What the predicates need to know of an application. */
export type ApplicationSubject = {
  venueId: VenueId
  districtId: DistrictId | null
  state: ApplicationState
}

/** What was shared is for the liaisons of the venue's district and for coordinators; a draft is for nobody. */
export function canReadShared(actor: Actor, application: ApplicationSubject): Permission {
  const staff = isLiaisonFor(actor, application.districtId) || isCoordinator(actor)
  return staff && hasTwoFactors(actor)
    ? allowed
    : refused('This application belongs to another district.')
}

/** A response is written by a liaison of the district, and never about one's own venue. */
export function canRespond(actor: Actor, application: ApplicationSubject): Permission {
  if (!isLiaisonFor(actor, application.districtId) || !hasTwoFactors(actor)) {
    return refused('A response is written by a liaison of the venue’s district.')
  }
  return notOwnVenue(actor, application)
}

/** A certificate is issued by a liaison of the district or a coordinator, and never to one's own venue. */
export function canIssueCertificate(actor: Actor, application: ApplicationSubject): Permission {
  const readable = canReadShared(actor, application)
  if (!readable.allowed) return readable
  if (application.state !== 'ready') {
    return refused('A certificate is issued when everything is in place.')
  }
  return notOwnVenue(actor, application)
}

function notOwnVenue(actor: Actor, { venueId }: ApplicationSubject): Permission {
  return placeIn(actor, venueId)
    ? refused('You belong to this venue, so a colleague answers it.')
    : allowed
}
