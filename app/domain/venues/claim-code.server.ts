import { eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { invitations, joinRequests, venues } from '~db/schema'
import { markOf, seal, unseal } from '../accounts/secrets.server'
import {
  type InvitationId,
  type JoinRequestId,
  type PersonId,
  randomText,
  type VenueId,
} from '../ids'
import { claimCodeLength } from './claim-code'

/** A new claim code: the code itself for the letter, and the two forms in which it is kept. */
export function newClaimCode(): { code: string; codeHash: string; codeSealed: string } {
  const code = randomText(claimCodeLength)
  return { code, codeHash: claimMark(code), codeSealed: seal(code, purpose) }
}

/** The code of a letter that is still open, to print it once more. */
export function unsealedCode(sealed: string | null): string | null {
  return sealed === null ? null : unseal(sealed, purpose)
}

const purpose = 'invitation'

function claimMark(code: string): string {
  return markOf(`claim:${code}`)
}

type OfVenue = { venueId: VenueId; venue: string; address: string }
export type OpenCode =
  | ({ kind: 'invitation'; id: InvitationId } & OfVenue)
  /** From a letter to somebody who asked to join: it confirms that person and nobody else. */
  | ({ kind: 'request'; id: JoinRequestId; personId: PersonId } & OfVenue)
export type ClosedCode = { refused: string; usedBy: PersonId | null; venueId: VenueId | null }

const sentences = {
  unknown:
    'We do not know this code. Compare it with your letter, letter by letter; 0 and O, and 1 and I, count as the same.',
  used: 'This code was used already, and each code works once. If it was you, sign in with your email address. If not, please tell us.',
  withdrawn:
    'This code was replaced by a newer one, or is not needed any more. Use the code of your newest letter, or ask to join.',
  over: 'This code has run out. Ask us for a new letter, or ask to join: both are quick.',
  setAside: 'The request that this code belongs to was set aside. You are welcome to ask again.',
} as const

/** What a typed claim code opens, or the sentence that tells why it opens nothing. */
export async function codeOnFile(
  db: Reader,
  code: string,
  now: Date,
): Promise<OpenCode | ClosedCode> {
  const codeHash = claimMark(code)
  const [invited] = await db
    .select({ letter: invitations, venue: venues.name, address: venues.address })
    .from(invitations)
    .innerJoin(venues, eq(venues.id, invitations.venueId))
    .where(eq(invitations.codeHash, codeHash))
  if (invited) {
    const { letter, ...venue } = invited
    const { id, venueId } = letter
    if (letter.usedAt) return closed(sentences.used, letter.usedBy, venueId)
    if (letter.withdrawnAt) return closed(sentences.withdrawn)
    if (letter.expiresAt <= now) return closed(sentences.over)
    return { kind: 'invitation', id, venueId, ...venue }
  }
  const [asked] = await db
    .select({ request: joinRequests, venue: venues.name, address: venues.address })
    .from(joinRequests)
    .innerJoin(venues, eq(venues.id, joinRequests.venueId))
    .where(eq(joinRequests.codeHash, codeHash))
  if (!asked) return closed(sentences.unknown)
  const { request, ...venue } = asked
  const { id, venueId, personId, state } = request
  if (state === 'confirmed') return closed(sentences.used, personId, venueId)
  if (state === 'set_aside') return closed(sentences.setAside)
  return { kind: 'request', id, venueId, personId, ...venue }
}

function closed(
  refused: string,
  usedBy: PersonId | null = null,
  venueId: VenueId | null = null,
): ClosedCode {
  return { refused, usedBy, venueId }
}
