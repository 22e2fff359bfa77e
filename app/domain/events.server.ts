import { createHash } from 'node:crypto'
import type { Tx } from '~db/open.server'
import { events, venueChanges } from '~db/schema'
import type { Actor, Origin } from './context'
import { type ApplicationId, newId, type VenueId } from './ids'

/**
 * The vocabulary of what happened, each with its sentence for people who may read it.
 * An event holds ids and digests; text, names and files sit in rows that can be removed.
 */
export const eventSentences = {
  'person.signed_in': 'signed in',
  'person.signed_out': 'signed out',
  'staff.invited': 'was invited as program staff',
  'staff.password_refused': 'typed a password that did not fit',
  'staff.code_refused': 'typed a time-based code that did not fit',
  'staff.set_up': 'set a password and a time-based code',
  'licenses.imported': 'imported a license list',
  'districts.arranged': 'arranged the districts',
  'venue.invited': 'invited the venue',
  'venue.invitation_withdrawn': 'took the invitation back',
  'venue.claimed': 'joined with the code from the letter',
  'venue.asked_to_join': 'asked to join',
  'venue.join_confirmed': 'confirmed who belongs to the venue',
  'venue.join_set_aside': 'set a request to join aside',
  'venue.profile_changed': 'changed what the venue says of itself',
  'policy.started': 'started a policy',
  'policy.uploaded': 'uploaded a policy',
  'policy.edited': 'edited a policy',
  'policy.removed': 'removed a policy',
  'policy.restored': 'put a policy back',
  'policy.reviewed': 'noted a review of a policy',
  'staff.added': 'added a person to the staff list',
  'staff.changed': 'changed a person on the staff list',
  'staff.removed': 'removed a person from the staff list',
  'staff.restored': 'put a person back on the staff list',
  'training.recorded': 'recorded a training',
  'training.removed': 'removed a training record',
  'roster.imported': 'imported a staff list',
  'roster.import_undone': 'took an import back',
  'application.started': 'started an application',
  'application.answered': 'said how the venue meets a standard',
  'application.evidence_added': 'added evidence',
  'application.evidence_removed': 'removed evidence',
  'application.evidence_restored': 'put evidence back',
  'application.shared': 'shared the application',
  'application.paused': 'paused the application',
  'application.resumed': 'picked the application up again',
  'application.stepped_away': 'stepped away from the program',
  'application.came_back': 'came back to the program',
  'response.started': 'started reading',
  'response.sent': 'sent a response',
  'response.seen': 'read the response',
  'response.replied': 'replied',
  'step.answered': 'answered a next step',
  'certificate.issued': 'issued a certificate',
  'certificate.paused': 'paused the certificate',
  'certificate.resumed': 'resumed the certificate',
  'certificate.given_back': 'gave the certificate back',
  'application.lapsed': 'has a few things to refresh',
  'application.refreshed': 'is current again',
  'zone.entered': 'entered a loading zone',
  'zone.changed': 'changed a loading zone',
  'zone.confirmed': 'confirmed that a loading zone is as written',
  'zone.told': 'was told of a loading zone',
  'zone.acknowledged': 'said that its door staff know the loading zone',
  'zone.wish_made': 'asked to be reminded before service nights',
  'zone.wish_ended': 'asked not to be reminded before service nights',
  'class.added': 'announced a class',
  'class.changed': 'changed a class',
  'class.called_off': 'called a class off',
  'licenses.import_undone': 'took a license list back',
  'venue.merged': 'found two venues to be one',
  'venue.unmerged': 'told two venues apart again',
  'mail.released': 'let a held mail go out',
  'mail.let_go': 'let a held mail go',
  'reminder.sent': 'was reminded of what falls due',
} as const

export type EventKind = keyof typeof eventSentences

type Happening = {
  kind: EventKind
  actor: Actor | null
  at: Date
  origin: Origin | null
  venueId?: VenueId
  applicationId?: ApplicationId
  subjectId?: string
  /** The text that was frozen or sent; only its SHA-256 is kept. */
  text?: string
  facts?: Record<string, string | number | boolean | null>
}

/**
 * Writes down what happened, in the transaction in which it happens. What is kept of the venue that
 * it happened with is counted again soon.
 */
export async function recordEvent(tx: Tx, happening: Happening): Promise<void> {
  const { kind, actor, at, origin, venueId, applicationId, subjectId, text, facts } = happening
  await tx.insert(events).values({
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
  })
  if (venueId) await markChanged(tx, venueId, at)
}

/** A venue that nobody has counted yet since an earlier change keeps its place in the line. */
export async function markChanged(tx: Tx, venueId: VenueId, since: Date): Promise<void> {
  await tx.insert(venueChanges).values({ venueId, since }).onConflictDoNothing()
}

/** SHA-256 in hexadecimal. */
export function digestOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
