import { seal, unseal } from '../accounts/secrets.server'
import type { VenueId } from '../ids'
import type { TypedVenue } from './ask-to-join.server'

/** What somebody who is not signed in wants to do as soon as their email address is confirmed. */
export type JoinIntent = {
  name: string
  email: string
  what:
    | { kind: 'claim'; code: string }
    | { kind: 'ask'; venueId: VenueId; words: string }
    | ({ kind: 'typed' } & TypedVenue)
    /** The link of an invitation to a place; the address is the invited one. */
    | { kind: 'invited'; token: string }
}

const purpose = 'join-intent'

/** Seals an intent, so that it can travel in an address while the code by email is on its way. */
export function sealIntent(intent: JoinIntent): string {
  return seal(JSON.stringify(intent), purpose)
}

/** The intent, or null when the address was altered. */
export function openIntent(sealed: string | null): JoinIntent | null {
  const text = sealed ? unseal(sealed, purpose) : null
  return text ? (JSON.parse(text) as JoinIntent) : null
}
