import { eq, getTableColumns, inArray, or, type SQL, type Table } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import * as t from '~db/schema'
import type { VenueId } from '../ids'
import {
  applicationsOf,
  itemsOf,
  lettersOf,
  policiesOf,
  repliesOf,
  roundsOf,
} from './venue-rows.server'

/** One kind of what is on file about a venue: a table, the venue's rows of it, and what of them stays here. */
export type VenueKind = {
  table: Table
  title: string
  where: (db: Reader, venueId: VenueId) => SQL | undefined
  /** Columns that open a door, or that are of the program alone. */
  without?: readonly string[]
}

/** A table whose rows name their venue themselves. */
function own<T extends Table & { venueId: (typeof t.staff)['venueId'] }>(
  table: unknown,
  title: string,
  without: readonly string[] = [],
): VenueKind {
  const named = table as T
  return { table: named, title, where: (_, venueId) => eq(named.venueId, venueId), without }
}

/** A table whose rows name an application of the venue. */
function ofApplications<T extends Table & { applicationId: (typeof t.rounds)['applicationId'] }>(
  table: unknown,
  title: string,
  without: readonly string[] = [],
): VenueKind {
  const named = table as T
  const where = (db: Reader, v: VenueId) => inArray(named.applicationId, applicationsOf(db, v))
  return { table: named, title, where, without }
}

/** Everything about a venue that "Download everything about my venue" holds. A test compares it with the schema. */
export const venueKinds: readonly VenueKind[] = [
  { table: t.venues, title: 'The venue', where: (_, v) => eq(t.venues.id, v) },
  own(t.memberships, 'People with access'),
  own(t.placeInvitations, 'Invitations to people', [
    'tokenHash',
    'spokenHash',
    'spokenTriesLeft',
    'email',
  ]),
  own(t.invitations, 'Letters that invited the venue', ['codeHash', 'codeSealed', 'email']),
  own(t.joinRequests, 'Requests to join', ['codeHash', 'codeSealed']),
  own(t.licenseListings, 'Lines of the city’s license list'),
  own(t.applications, 'Applications'),
  ofApplications(t.answers, 'How each standard is met'),
  ofApplications(t.evidence, 'Evidence'),
  ofApplications(t.applicationAccess, 'Who was asked to read along, or stepped back', ['words']),
  ofApplications(t.assignments, 'In whose hands an application came', ['words']),
  own(t.policies, 'Policies'),
  {
    table: t.policySections,
    title: 'Sections of policies',
    where: (db, v) => inArray(t.policySections.policyId, policiesOf(db, v)),
  },
  {
    table: t.policyVersions,
    title: 'Policies as they were shared or read',
    where: (db, v) => inArray(t.policyVersions.policyId, policiesOf(db, v)),
  },
  own(t.files, 'Uploaded files', ['storageKey']),
  own(t.staff, 'Staff list'),
  own(t.trainingRecords, 'Training records'),
  own(t.readings, 'What the team read'),
  own(t.readingLinks, 'Links for the team', ['token']),
  own(t.signatures, 'Signatures of the team'),
  own(t.rosterImports, 'Imports of staff lists', ['fileKey', 'changes']),
  own(t.rosterMappings, 'How columns of staff lists are read', ['signature']),
  ofApplications(t.rounds, 'Rounds that were shared'),
  {
    table: t.roundAnswers,
    title: 'Answers of each round',
    where: (db, v) => inArray(t.roundAnswers.roundId, roundsOf(db, v)),
  },
  {
    table: t.roundEvidence,
    title: 'Evidence of each round',
    where: (db, v) => inArray(t.roundEvidence.roundId, roundsOf(db, v)),
  },
  own(t.nameShowings, 'Names that were shown'),
  {
    table: t.responses,
    title: 'Letters from the program',
    where: (db, v) => inArray(t.responses.id, lettersOf(db, v)),
    without: ['draft', 'revision', 'createdAt', 'updatedAt'],
  },
  {
    table: t.responseItems,
    title: 'Parts of the letters',
    where: (db, v) => inArray(t.responseItems.responseId, lettersOf(db, v)),
  },
  {
    table: t.stepHistory,
    title: 'Answers to next steps',
    where: (db, v) => inArray(t.stepHistory.itemId, itemsOf(db, v)),
  },
  {
    table: t.replies,
    title: 'Replies',
    where: (db, v) => inArray(t.replies.responseId, lettersOf(db, v)),
  },
  {
    table: t.replyFiles,
    title: 'Files that came with replies',
    where: (db, v) => inArray(t.replyFiles.replyId, repliesOf(db, v)),
  },
  {
    table: t.pulseAsks,
    title: 'Pulses that were asked',
    where: (db, v) => inArray(t.pulseAsks.responseId, lettersOf(db, v)),
    without: ['personId'],
  },
  {
    table: t.letterHelped,
    title: 'Whether the letters helped',
    where: (db, v) => inArray(t.letterHelped.responseId, lettersOf(db, v)),
    without: ['personId'],
  },
  ofApplications(t.secondLooks, 'Second looks'),
  own(t.contacts, 'Contacts with the program'),
  own(t.walkThroughs, 'Walk-throughs'),
  own(t.walkNotes, 'What was seen on walk-throughs'),
  own(t.walkPhotos, 'Photos of walk-throughs'),
  own(t.certificates, 'Certificates'),
  own(t.zoneTellings, 'Loading zones that the venue was told of'),
  own(t.zoneAcknowledgements, 'Loading zones that the door staff know'),
  own(t.zoneWishes, 'Reminders before service nights'),
  own(t.venueStandings, 'How the program counts the venue'),
  own(t.dues, 'What falls due'),
  own(t.reminders, 'Reminders that were sent', ['mailId']),
  {
    table: t.events,
    title: 'What happened',
    where: (db, v) =>
      or(eq(t.events.venueId, v), inArray(t.events.applicationId, applicationsOf(db, v))),
    without: ['hash', 'sequence', 'detailsDigest', 'requestId', 'facts', 'digest', 'subjectId'],
  },
]

/** Tables that hang on a venue and are not in its download, each with the reason. */
export const notInDownload: Readonly<Record<string, string>> = {
  response_suggestions:
    'Words between colleagues about a letter that is not sent yet; they are gone once it is.',
  response_parts:
    'What a colleague writes for a letter that is not sent yet; once it is sent, the letter holds it.',
  application_notes:
    'Notes between the staff, which say who can read them; the coordinator answers a request for them.',
  event_details:
    'Addresses and devices belong to the sign-in data of people, and are erased after a year.',
  venue_changes: 'A mark for the next count, without anything about the venue.',
  license_changes:
    'How an import of the city’s list is taken back; the line itself is in the download.',
}

/** The columns of a kind that go into the download. */
export function columnsOf({ table, without = [] }: VenueKind) {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => !without.includes(name))
  return Object.fromEntries(columns)
}
