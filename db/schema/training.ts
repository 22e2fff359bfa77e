import type { Day } from '~/domain/dates'
import type {
  FileId,
  ImportId,
  PersonId,
  RosterMappingId,
  StaffId,
  TrainingRecordId,
  VenueId,
} from '~/domain/ids'
import {
  bool,
  day,
  id,
  indexOn,
  int,
  json,
  moment,
  oneOf,
  rule,
  sql,
  table,
  text,
  unique,
} from '../columns'
import { importStates, recordStates, staffPositions, type VerifiedWay } from '../vocabulary'
import { people } from './accounts'
import { files } from './files'
import { venues } from './venues'

/** A person on a venue's staff list. Names stay with the venue; everybody else reads the alias. */
export const staff = table(
  'staff',
  {
    id: id<StaffId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    position: oneOf(staffPositions).notNull(),
    /** Counts up within venue and position, and is never given again: "Bartender 3". */
    aliasNumber: int().notNull(),
    startedOn: day(),
    onLeave: bool().notNull(),
    leftOn: day(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [
    indexOn('staff_venue', t.venueId),
    unique('staff_alias', t.venueId, t.position, t.aliasNumber),
    rule(
      'staff_left_after_start',
      sql`${t.leftOn} is null or ${t.startedOn} is null or ${t.leftOn} >= ${t.startedOn}`,
    ),
  ],
)

export const trainingRecords = table(
  'training_records',
  {
    id: id<TrainingRecordId>().primaryKey(),
    staffId: id<StaffId>()
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    /** The code of a training type of the standard set. */
    type: text().notNull(),
    completedOn: day().notNull(),
    printedExpiry: day(),
    certificateNumber: text(),
    state: oneOf(recordStates).notNull(),
    /** The photo or PDF of the card. It carries a name, so it never leaves the venue. */
    fileId: id<FileId>().references(() => files.id, { onDelete: 'restrict' }),
    verifiedBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    verifiedHow: text().$type<VerifiedWay>(),
    verifiedOn: day(),
    createdAt: moment().notNull(),
    /** When somebody last changed its dates, its card or its verification by hand; an import does not. */
    changedAt: moment(),
    removedAt: moment(),
  },
  (t) => [
    indexOn('training_records_staff', t.staffId),
    indexOn('training_records_venue', t.venueId),
    rule(
      'training_records_expiry_after_completion',
      sql`${t.printedExpiry} is null or ${t.printedExpiry} >= ${t.completedOn}`,
    ),
  ],
)

export type RosterImportReport = {
  people: { new: number; changed: number; unchanged: number; refused: number }
  records: { new: number; changed: number; unchanged: number; refused: number }
  problems: { row: number; column: string; cell: string; why: string; mend: string }[]
  notes: string[]
}

/** What a person answers before an import: what comes first in a date, and what the columns hold. */
export type RosterImportAnswers = {
  dateOrder?: 'month_first' | 'day_first'
  trainingType?: string
  sheet?: string
  uses?: readonly string[]
}

/** What an import wrote, so that it can be taken back. */
export type RosterImportChanges = {
  staffAdded: StaffId[]
  recordsAdded: TrainingRecordId[]
  staffBefore: {
    id: StaffId
    name: string
    position: (typeof staffPositions)[number]
    aliasNumber: number
    startedOn: Day | null
    onLeave: boolean
    leftOn: Day | null
    /** Milliseconds: the row is back as it was, so that an earlier import can be taken back too. */
    updatedAt: number
  }[]
  recordsBefore: {
    id: TrainingRecordId
    printedExpiry: Day | null
    certificateNumber: string | null
  }[]
}

export const rosterImports = table(
  'roster_imports',
  {
    id: id<ImportId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    fileName: text().notNull(),
    fileKey: text().notNull(),
    fileDigest: text().notNull(),
    state: oneOf(importStates).notNull(),
    report: json<RosterImportReport>().notNull(),
    changes: json<RosterImportChanges>(),
    /** What was answered to the questions about the file, for as long as it is not imported. */
    answers: json<RosterImportAnswers>(),
    /** When a long list was last confirmed; it is being imported while no `failure` says why it is not. */
    startedAt: moment(),
    failure: text(),
    createdBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    doneAt: moment(),
    undoneAt: moment(),
  },
  (t) => [indexOn('roster_imports_venue', t.venueId)],
)

/** How a venue had the columns of its lists read: for the next list with the same column names. */
export const rosterMappings = table(
  'roster_mappings',
  {
    id: id<RosterMappingId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    /** A digest of the column names in their order. */
    signature: text().notNull(),
    uses: json<string[]>().notNull(),
    editedBy: id<PersonId>().references(() => people.id, { onDelete: 'restrict' }),
    editedAt: moment().notNull(),
  },
  (t) => [unique('roster_mappings_of_venue', t.venueId, t.signature)],
)
