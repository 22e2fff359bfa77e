import type { Database, Reader } from '~db/open.server'
import type { Factor, Locale, PartnerField, Role } from '~db/vocabulary'
import type { DistrictId, MembershipId, PersonId, SessionId, VenueId } from './ids'

export type Person = {
  id: PersonId
  email: string
  name: string
  /** As staff are addressed, "Sgt."; null for everybody else. */
  title: string | null
  locale: Locale
}

/** One thing that a person is to the program. A person can hold several. */
export type Membership = {
  id: MembershipId
  role: Role
  venueId: VenueId | null
  districtId: DistrictId | null
  field: PartnerField | null
  /** False while a person who asked to join is not yet known to belong to the venue. */
  confirmed: boolean
}

/** Who acts: a person with everything they are to the program, and how they proved who they are. */
export type Actor = {
  person: Person
  memberships: readonly Membership[]
  factors: readonly Factor[]
  /** When they last proved it; null where nobody asked them to. */
  provedAt: Date | null
  /** Whether they accepted the reviewer agreement within a year; review pages are closed without it. */
  agreed: boolean
  /** On leave from a place of staff, which can be given back at any moment. */
  away: boolean
}

/** Where a request came from. */
export type Origin = {
  requestId: string | null
  sessionId: SessionId | null
  address: string | null
  /** "Firefox on Android", as the browser says of itself. */
  device: string | null
  /** The form's random id with a digest of what was typed: two equal submits are one. */
  submission: string | null
}

/** What each deed and each scoped read is given. `now` is the only clock of the domain. */
export type Context = {
  db: Database
  actor: Actor
  now: Date
  origin: Origin
}

/** A context before anybody has signed in. */
export type Visit = Omit<Context, 'actor'>

/** What a scoped read needs; a transaction serves as `db`. */
export type Reading = { db: Reader; actor: Actor; now: Date }
