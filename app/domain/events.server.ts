import { createHash, randomBytes } from 'node:crypto'
import { prepared, type Tx } from '~db/open.server'
import { digestOfDetails, hashOfEvent, startOfRecord } from '~db/record-chain'
import { eventDetails, events, recordHead, venueChanges } from '~db/schema'
import type { EventDetails, EventFact } from '~db/schema/events'
import type { Actor, Origin } from './context'
import type { EventKind } from './events'
import { type ApplicationId, newId, type VenueId } from './ids'

export type Happening = {
  kind: EventKind
  actor: Actor | null
  at: Date
  origin: Origin | null
  venueId?: VenueId
  applicationId?: ApplicationId
  subjectId?: string
  /** The text that was frozen or sent; only its SHA-256 is kept. */
  text?: string
  facts?: Record<string, EventFact>
  /** What the change was from and to, in small facts; they may be erased later. */
  before?: Record<string, EventFact>
  after?: Record<string, EventFact>
}

/**
 * Writes down what happened, in the transaction in which it happens, as the next link of the record.
 * What is kept of the venue that it happened with is counted again soon.
 */
export async function recordEvent(tx: Tx, happening: Happening): Promise<void> {
  const { kind, actor, at, origin, venueId, applicationId, subjectId, text, facts } = happening
  const details = detailsOf(happening)
  const salt = details && randomBytes(16).toString('base64url')
  const [head] = await endOfRecord(tx).execute()
  const event = {
    id: newId('evt'),
    kind,
    at,
    personId: actor?.person.id ?? null,
    venueId: venueId ?? null,
    applicationId: applicationId ?? null,
    subjectId: subjectId ?? null,
    digest: text === undefined ? null : digestOf(text),
    facts: facts ?? {},
    requestId: origin?.requestId ?? null,
    sequence: (head?.length ?? 0) + 1,
    detailsDigest: details && salt ? digestOfDetails(salt, JSON.stringify(details)) : null,
  }
  const hash = hashOfEvent(head?.hash ?? startOfRecord, {
    ...event,
    at: at.getTime(),
    facts: JSON.stringify(event.facts),
  })
  await tx.insert(events).values({ ...event, hash })
  if (details) await tx.insert(eventDetails).values({ eventId: event.id, salt, details })
  const end = { length: event.sequence, hash }
  if (head) await tx.update(recordHead).set(end)
  else await tx.insert(recordHead).values({ id: 1, ...end })
  if (venueId) await markChanged(tx, venueId, at)
}

const endOfRecord = prepared((db) => db.select().from(recordHead))

function detailsOf({ origin, before, after }: Happening): EventDetails | null {
  const details: EventDetails = {
    ...(origin?.address && { address: origin.address }),
    ...(origin?.device && { device: origin.device }),
    ...(before && { before }),
    ...(after && { after }),
  }
  return Object.keys(details).length > 0 ? details : null
}

/** A venue that nobody has counted yet since an earlier change keeps its place in the line. */
export async function markChanged(tx: Tx, venueId: VenueId, since: Date): Promise<void> {
  await tx.insert(venueChanges).values({ venueId, since }).onConflictDoNothing()
}

/** SHA-256 in hexadecimal. */
export function digestOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The same of long lists, a piece at a time, so that they are never one text. */
export function digestOfParts(parts: readonly (readonly unknown[])[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    hash.update(`${part.length}`)
    for (let at = 0; at < part.length; at += 500) {
      hash.update(JSON.stringify(part.slice(at, at + 500)))
    }
  }
  return hash.digest('hex')
}
