import type { Day } from '~/domain/dates'
import type {
  ApplicationId,
  EvidenceId,
  FileId,
  PersonId,
  PolicyId,
  PolicyVersionId,
  RoundEvidenceId,
  RoundId,
  StandardSetId,
  VenueId,
} from '~/domain/ids'
import {
  among,
  bool,
  day,
  id,
  indexOn,
  int,
  json,
  keyOf,
  moment,
  oneOf,
  rule,
  sql,
  table,
  text,
  unique,
  uniqueWhere,
} from '../columns'
import {
  applicationKinds,
  applicationStates,
  evidenceKinds,
  openStates,
  stances,
} from '../vocabulary'
import { people } from './accounts'
import { files } from './files'
import { policies, policyVersions } from './policies'
import { standardSets } from './standards'
import { venues } from './venues'

/** Both from 0 to 10; null where the venue left it open. */
export type Ruler = { importance: number | null; confidence: number | null }

/** A venue's journey to accreditation. */
export const applications = table(
  'applications',
  {
    id: id<ApplicationId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    kind: oneOf(applicationKinds).notNull(),
    state: oneOf(applicationStates).notNull(),
    /** Counts up with each move, for compare-and-set. */
    revision: int().notNull(),
    stateSince: moment().notNull(),
    /** Where a paused application goes on. */
    pausedFrom: oneOf(applicationStates),
    standardSetId: id<StandardSetId>()
      .notNull()
      .references(() => standardSets.id, { onDelete: 'restrict' }),
    /** The liaison who answers; set by the first read. */
    liaisonId: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    /** The promise of the round in hand: the day by which the venue hears. */
    hearBy: day(),
    startedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    startedAt: moment().notNull(),
    /** What the readiness check was answered before the start, by question; the venue's alone. */
    readiness: json<Readonly<Record<string, string>>>(),
    /** How important this is to the venue, and how confident it is; the venue's alone. */
    ruler: json<Ruler>(),
    /** While it is paused: why, where the venue said so, and the day on which it wants to be asked, once. */
    pauseWords: text(),
    askAgainOn: day(),
    askedAgainAt: moment(),
  },
  (t) => [
    indexOn('applications_venue', t.venueId),
    indexOn('applications_state', t.state, t.stateSince),
    uniqueWhere('applications_one_open', among(t.state, openStates), t.venueId),
  ],
)

/** What the venue says about one standard of its application. Private until shared. */
export const answers = table(
  'answers',
  {
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    standard: text().notNull(),
    stance: oneOf(stances).notNull(),
    /** "Not applicable, because…", "Another way we do this", or what counsel is reviewing. */
    words: text().notNull(),
    /** When the venue expects to hear from its counsel or insurer. */
    hearOn: day(),
    revision: int().notNull(),
    editedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    editedAt: moment().notNull(),
  },
  (t) => [keyOf(t.applicationId, t.standard)],
)

/** Facts of a piece of evidence besides its words: which ones depends on the kind. */
export type EvidenceFacts = {
  /** attestation: who signs, as typed */
  signedBy?: string
  /** count: how many of how many, and whether they signed for themselves */
  count?: number
  total?: number
  signed?: true
  /** contact: who can be reached, and how; conversation: with whom */
  name?: string
  reach?: string
  /** A form that was left half filled, as typed. Such a row is set aside from the first, and counts nowhere. */
  begun?: { fields: Record<string, string>; revision: number }
}

/** A piece of evidence that a venue puts beside a standard. One policy or file can serve several standards. */
export const evidence = table(
  'evidence',
  {
    id: id<EvidenceId>().primaryKey(),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    standard: text().notNull(),
    kind: oneOf(evidenceKinds).notNull(),
    policyId: id<PolicyId>().references(() => policies.id, { onDelete: 'restrict' }),
    /** Where to look: a section's anchor, or a page of an uploaded file. */
    pointer: text(),
    fileId: id<FileId>().references(() => files.id, { onDelete: 'restrict' }),
    words: text().notNull(),
    facts: json<EvidenceFacts>().notNull(),
    happenedOn: day(),
    addedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    addedAt: moment().notNull(),
    removedAt: moment(),
    /** When the venue last said that it is still true. */
    confirmedOn: day(),
    confirmedBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
  },
  (t) => [
    indexOn('evidence_application', t.applicationId, t.standard),
    rule(
      'evidence_has_its_thing',
      sql`case ${t.kind} when 'policy' then ${t.policyId} is not null when 'photo' then ${t.fileId} is not null when 'blank_form' then ${t.fileId} is not null else 1 end`,
    ),
  ],
)

/** Somebody who could read a round when it was shared; the name is the person's own. */
export type RoundReader = { personId: PersonId; role: string }

/** One share by the venue and the response to it. */
export const rounds = table(
  'rounds',
  {
    id: id<RoundId>().primaryKey(),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    number: int().notNull(),
    /** For people: what the receipt shows. */
    reference: text().notNull(),
    sharedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    sharedAt: moment().notNull(),
    hearBy: day().notNull(),
    /** What the venue would like its liaison to know. */
    words: text().notNull(),
    /** The venue's ruler in words, where it chose to share it. */
    ruler: text(),
    /** The standards that it was shared under; null where the application never left its first ones. */
    standardSetId: id<StandardSetId>().references(() => standardSets.id, { onDelete: 'restrict' }),
    /** Who could read it on that day; null for rounds from before this was kept. */
    readers: json<RoundReader[]>(),
    /** A change that an accredited venue shared; its accreditation goes on meanwhile. */
    amendment: bool(),
  },
  (t) => [
    unique('rounds_number', t.applicationId, t.number),
    unique('rounds_reference', t.reference),
  ],
)

/** What the venue said about a standard when it shared. Frozen. */
export const roundAnswers = table(
  'round_answers',
  {
    roundId: id<RoundId>()
      .notNull()
      .references(() => rounds.id, { onDelete: 'restrict' }),
    standard: text().notNull(),
    stance: oneOf(stances).notNull(),
    words: text().notNull(),
    hearOn: day(),
  },
  (t) => [keyOf(t.roundId, t.standard)],
)

/** A coverage figure with its denominator, as it stood when it was shared. */
export type FrozenCoverage = {
  asOf: Day
  trained: number
  inScope: number
  required: number
  met: boolean
  newHires: number
  onLeave: number
  /** Who is trained, by alias: names stay with the venue. */
  people: { alias: string; completedOn: string | null; endsOn: string | null; current: boolean }[]
}

/** A piece of evidence as it was when it was shared. Frozen, never edited; no names of staff. */
export const roundEvidence = table(
  'round_evidence',
  {
    id: id<RoundEvidenceId>().primaryKey(),
    roundId: id<RoundId>()
      .notNull()
      .references(() => rounds.id, { onDelete: 'restrict' }),
    standard: text().notNull(),
    kind: oneOf(evidenceKinds).notNull(),
    title: text().notNull(),
    words: text().notNull(),
    policyVersionId: id<PolicyVersionId>().references(() => policyVersions.id, {
      onDelete: 'restrict',
    }),
    pointer: text(),
    fileId: id<FileId>().references(() => files.id, { onDelete: 'restrict' }),
    facts: json<EvidenceFacts>().notNull(),
    coverage: json<FrozenCoverage>(),
    happenedOn: day(),
    /** When the venue last said that it is still true, and who did. */
    confirmedOn: day(),
    confirmedBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
  },
  (t) => [indexOn('round_evidence_round', t.roundId, t.standard)],
)
