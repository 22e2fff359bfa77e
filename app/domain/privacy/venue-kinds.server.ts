import {
  and,
  type Column,
  eq,
  getTableColumns,
  inArray,
  notInArray,
  or,
  type SQL,
  type SQLWrapper,
  sql,
  type Table,
} from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import * as t from '~db/schema'
import type { EventKind } from '../events'
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

/** A table whose rows hang on rows of another one. */
function through(
  table: Table,
  title: string,
  column: Column,
  rows: (db: Reader, venueId: VenueId) => SQLWrapper,
  without: readonly string[] = [],
): VenueKind {
  return { table, title, where: (db, v) => sql`${column} in ${rows(db, v)}`, without }
}

/** That the staff noted something is theirs, as the notes are: see not-in-download. */
const amongStaff: EventKind[] = ['note.written', 'note.removed']

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
  through(t.policySections, 'Sections of policies', t.policySections.policyId, policiesOf),
  through(
    t.policyVersions,
    'Policies as they were shared or read',
    t.policyVersions.policyId,
    policiesOf,
  ),
  own(t.files, 'Uploaded files', ['storageKey']),
  own(t.staff, 'Staff list'),
  own(t.trainingRecords, 'Training records'),
  own(t.readings, 'What the team read'),
  own(t.readingLinks, 'Links for the team', ['token']),
  own(t.signatures, 'Signatures of the team'),
  own(t.rosterImports, 'Imports of staff lists', ['fileKey', 'changes']),
  own(t.rosterMappings, 'How columns of staff lists are read', ['signature']),
  ofApplications(t.rounds, 'Rounds that were shared'),
  through(t.roundAnswers, 'Answers of each round', t.roundAnswers.roundId, roundsOf),
  through(t.roundEvidence, 'Evidence of each round', t.roundEvidence.roundId, roundsOf),
  own(t.nameShowings, 'Names that were shown'),
  through(t.responses, 'Letters from the program', t.responses.id, lettersOf, [
    'draft',
    'revision',
    'createdAt',
    'updatedAt',
  ]),
  through(t.responseItems, 'Parts of the letters', t.responseItems.responseId, lettersOf),
  through(t.stepHistory, 'Answers to next steps', t.stepHistory.itemId, itemsOf),
  through(t.replies, 'Replies', t.replies.responseId, lettersOf),
  through(t.replyFiles, 'Files that came with replies', t.replyFiles.replyId, repliesOf),
  through(t.letterHelped, 'Whether the letters helped', t.letterHelped.responseId, lettersOf, [
    'personId',
  ]),
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
      and(
        or(eq(t.events.venueId, v), inArray(t.events.applicationId, applicationsOf(db, v))),
        notInArray(t.events.kind, amongStaff),
      ),
    without: ['hash', 'sequence', 'detailsDigest', 'requestId', 'facts', 'digest', 'subjectId'],
  },
]

/** The columns of a kind that go into the download. */
export function columnsOf({ table, without = [] }: VenueKind) {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => !without.includes(name))
  return Object.fromEntries(columns)
}
