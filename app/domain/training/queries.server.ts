import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { staff, trainingRecords } from '~db/schema'
import type { Actor, Reading } from '../context'
import type { Day } from '../dates'
import { NotFound } from '../errors'
import type { StaffId, TrainingRecordId, VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import type { ProgramSettings } from '../standards/program-settings'
import type { StandardSet } from '../standards/standard-set'
import { coverageOfTeam, type StandardCoverage, type TeamFacts } from './team'

export type StaffRow = typeof staff.$inferSelect
export type RecordRow = typeof trainingRecords.$inferSelect

/** A venue's staff list with names and trainings, leavers included, for the venue's own people. */
export async function teamOf({ db, actor }: Pick<Reading, 'db' | 'actor'>, venueId: VenueId) {
  if (!placeIn(actor, venueId)) throw new NotFound()
  return readTeam(db, venueId)
}

/** The same without asking who reads: for deeds that have asked already. */
export async function readTeam(db: Reader, venueId: VenueId) {
  const people = await db
    .select()
    .from(staff)
    .where(and(eq(staff.venueId, venueId), isNull(staff.removedAt)))
    .orderBy(asc(staff.name), asc(staff.id))
  const rows = await db
    .select({ record: trainingRecords })
    .from(trainingRecords)
    .innerJoin(staff, eq(staff.id, trainingRecords.staffId))
    .where(
      and(
        eq(trainingRecords.venueId, venueId),
        isNull(trainingRecords.removedAt),
        isNull(staff.removedAt),
      ),
    )
    .orderBy(asc(trainingRecords.completedOn), asc(trainingRecords.id))
  return { people, records: rows.map(({ record }) => record) }
}

export type Team = Awaited<ReturnType<typeof readTeam>>

/** Coverage of each training that the standards ask for, with its denominator, for the venue's own people. */
export async function coverageOfVenue(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  venueId: VenueId,
  set: StandardSet,
  settings: ProgramSettings,
  today: Day,
): Promise<StandardCoverage[]> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  return coverageOfTeam(await teamFactsOf(db, venueId), set, settings, today)
}

/** What coverage is counted from, in two queries and without a name. */
async function teamFactsOf(db: Reader, venueId: VenueId): Promise<TeamFacts> {
  const people = await db
    .select({
      id: staff.id,
      position: staff.position,
      aliasNumber: staff.aliasNumber,
      startedOn: staff.startedOn,
      leftOn: staff.leftOn,
      onLeave: staff.onLeave,
    })
    .from(staff)
    .where(and(eq(staff.venueId, venueId), isNull(staff.removedAt)))
    .orderBy(asc(staff.position), asc(staff.aliasNumber))
  const records = await db
    .select({
      staffId: trainingRecords.staffId,
      type: trainingRecords.type,
      completedOn: trainingRecords.completedOn,
      printedExpiry: trainingRecords.printedExpiry,
    })
    .from(trainingRecords)
    .where(and(eq(trainingRecords.venueId, venueId), isNull(trainingRecords.removedAt)))
    .orderBy(asc(trainingRecords.completedOn))
  return { staff: people, records }
}

/** One person of the staff list, for the venue's own people; who was removed is absent unless asked for. */
export async function staffMemberFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  staffId: StaffId,
  { removed = false } = {},
): Promise<StaffRow> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [row] = await db
    .select()
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.venueId, venueId)))
  if (!row || (row.removedAt && !removed)) throw new NotFound()
  return row
}

/** A person's trainings, the newest first. */
export async function recordsOf(db: Reader, staffId: StaffId): Promise<RecordRow[]> {
  return db
    .select()
    .from(trainingRecords)
    .where(and(eq(trainingRecords.staffId, staffId), isNull(trainingRecords.removedAt)))
    .orderBy(desc(trainingRecords.completedOn), desc(trainingRecords.id))
}

/** One training with whose it is, for the venue's own people. */
export async function recordFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  recordId: TrainingRecordId,
  { removed = false } = {},
): Promise<RecordRow & { person: string }> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [row] = await db
    .select({ record: trainingRecords, person: staff.name })
    .from(trainingRecords)
    .innerJoin(staff, eq(staff.id, trainingRecords.staffId))
    .where(and(eq(trainingRecords.id, recordId), eq(trainingRecords.venueId, venueId)))
  if (!row || (row.record.removedAt && !removed)) throw new NotFound()
  return { ...row.record, person: row.person }
}
