import { createHash } from 'node:crypto'

/** What the first event of a record is hashed over in place of an event before it. */
export const startOfRecord = '0'.repeat(64)

/** Everything of an event that stays, as its row holds it: ids, small facts and digests. */
export type ChainedEvent = {
  id: string
  kind: string
  /** Milliseconds UTC. */
  at: number
  personId: string | null
  venueId: string | null
  applicationId: string | null
  subjectId: string | null
  digest: string | null
  /** The JSON text of the facts, not what it means: another way to write them breaks the chain too. */
  facts: string
  requestId: string | null
  sequence: number
  detailsDigest: string | null
}

/**
 * The hash that stands beside an event: SHA-256, in hexadecimal, over the hash of the event before it
 * and all that this one keeps for good. An altered, removed, inserted or moved row breaks the chain.
 */
export function hashOfEvent(previous: string, event: ChainedEvent): string {
  const kept = [
    ...[previous, event.sequence, event.id, event.kind, event.at],
    ...[event.personId, event.venueId, event.applicationId, event.subjectId],
    ...[event.digest, event.facts, event.requestId, event.detailsDigest],
  ]
  return sha256(JSON.stringify(kept))
}

/** The digest by which an event knows its details, a JSON text. The salt goes with them when they are erased. */
export function digestOfDetails(salt: string, details: string): string {
  return sha256(JSON.stringify([salt, details]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
