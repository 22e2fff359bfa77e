import type { AccessKind, ApplicationState, Role } from '~db/vocabulary'
import type { DistrictId, PersonId, VenueId } from '../ids'
import type { ApplicationSubject } from './application'
import type { HeldPlace } from './place'

/** Something made up that a predicate can be asked about: one venue, its application, one person. */
export type Subject = {
  venueId: VenueId
  districtId: DistrictId
  state: ApplicationState
  access: AccessKind | null
  /** The person whom a deed is about. */
  personId: PersonId
  foundReadyBy: PersonId
  accreditedBy: 1 | 2
}

export function ofVenue({ venueId }: Subject): [VenueId] {
  return [venueId]
}

/** A venue that has shared once. */
export function ofShared({ venueId }: Subject): [VenueId, number] {
  return [venueId, 1]
}

/** An owner also invites and ends managers and owners; a helper’s place is what a manager may end too. */
export function ofHelper({ venueId, personId }: Subject): [HeldPlace] {
  return [{ role: 'helper', venueId, personId }]
}

export function ofPromotion(subject: Subject): [HeldPlace, Role] {
  return [...ofHelper(subject), 'manager']
}

export function ofDistrict({ districtId }: Subject): [DistrictId] {
  return [districtId]
}

export function ofPerson({ personId }: Subject): [PersonId] {
  return [personId]
}

export function ofApplication({
  venueId,
  districtId,
  state,
  access,
}: Subject): [ApplicationSubject] {
  return [{ venueId, districtId, state, access }]
}

export function ofCompletion({ foundReadyBy, accreditedBy }: Subject): [PersonId, 1 | 2] {
  return [foundReadyBy, accreditedBy]
}
