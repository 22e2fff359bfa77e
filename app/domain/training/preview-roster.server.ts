import { and, eq, getTableColumns } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { rosterImports } from '~db/schema'
import type { RosterImportReport } from '~db/schema/training'
import type { Actor, Reading } from '../context'
import { Conflict, NotFound } from '../errors'
import { digestOf, digestOfParts } from '../events.server'
import type { ImportId, VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { daysKept } from '../retention-schedule.server'
import { currentStandardSet, todayIn } from '../standards/program.server'
import { Unreadable } from '../table-bytes'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { planRoster, type RosterPlan } from './plan-roster'
import { readTeam } from './queries.server'
import type { RosterReading, RosterRules } from './read-roster'
import { rememberedMappings } from './roster-mappings.server'
import type { TellProgress } from './roster-progress.server'
import { readRosterSheets } from './roster-sheets'

export type RosterAnswersGiven = NonNullable<RosterRules['answers']>

/** What was written is left out: of a long list it is long too, and only its undoing asks for it. */
const { changes: _, ...shown } = getTableColumns(rosterImports)
export type RosterImport = Omit<typeof rosterImports.$inferSelect, 'changes'>

/** Reads an uploaded staff list with the program's trainings, as the venue had such a list read before. Throws Unreadable, with one sentence, when it is none. */
export async function readRosterFile(
  db: Reader,
  bytes: Uint8Array,
  now: Date,
  given: RosterAnswersGiven = {},
  venueId?: VenueId,
  tell?: TellProgress,
): Promise<RosterReading> {
  const { trainingTypes: types } = venueId
    ? await standardsForVenue(db, venueId)
    : await currentStandardSet(db)
  const { trainingType, ...answers } = given
  // An answer that names no training of the program leaves the question open.
  const isKnown = types.some(({ code }) => code === trainingType)
  const reading = await readRosterSheets(bytes, {
    types,
    today: await todayIn(db, now),
    ...(venueId && { remembered: await rememberedMappings(db, venueId) }),
    ...(tell && { read: (done, of) => tell({ step: 'reading', done, of }) }),
    answers: { ...answers, ...(isKnown && trainingType && { trainingType }) },
  })
  if (reading.people.length === 0 && reading.problems.length === 0) {
    throw new Unreadable(
      'There is nobody below the column names; please add your team and send it again.',
    )
  }
  return reading
}

export type RosterPreview = { reading: RosterReading; plan: RosterPlan; seen: string }

/** What the file would do to the team as it is now, for the venue's own people. `seen` stands for exactly that. */
export async function previewRoster(
  { db, actor, now }: Reading,
  venueId: VenueId,
  reading: RosterReading,
): Promise<RosterPreview> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  return planFor(db, venueId, reading, now)
}

/** The plan of a reading, and the digest of what it would write. */
export async function planFor(
  db: Reader,
  venueId: VenueId,
  reading: RosterReading,
  now: Date,
): Promise<RosterPreview> {
  const plan = planRoster(reading, await readTeam(db, venueId), await todayIn(db, now))
  const { peopleAdded, peopleChanged, recordsAdded, recordsChanged } = plan
  const parts = [peopleAdded, peopleChanged, recordsAdded, recordsChanged, plan.problems]
  return { reading, plan, seen: digestOfParts(parts) }
}

/** An import of a venue, for its own people: a preview at first, then a report. */
export async function rosterImportFor(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  importId: ImportId,
): Promise<RosterImport> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [row] = await db
    .select(shown)
    .from(rosterImports)
    .where(and(eq(rosterImports.id, importId), eq(rosterImports.venueId, venueId)))
  if (!row) throw new NotFound()
  return row
}

/** How long an upload is kept that nobody confirms. */
export const keptFor = daysKept('roster-files') * 24 * 60 * 60_000

/** Refuses an upload that is older than a day, or that is not the file that was read before. */
export function checkedUpload(
  row: Pick<RosterImport, 'createdAt' | 'fileDigest'>,
  bytes: Uint8Array | null,
  now: Date,
): Uint8Array {
  const isOld = now.getTime() - row.createdAt.getTime() > keptFor
  if (!bytes || isOld || digestOf(bytes) !== row.fileDigest) {
    throw new Conflict(
      'An upload is kept for a day only, and this one is gone. Please choose the file again.',
    )
  }
  return bytes
}

/** So many places to look at are kept; a list with more of them is better mended as a whole. */
const mostProblems = 500

/** What is kept of an import: counts, problems and notes. */
export function reportOf({ reading, plan }: RosterPreview): RosterImportReport {
  const { sentence } = reading.dropped
  const isCut = plan.problems.length > mostProblems
  return {
    people: plan.people,
    records: plan.records,
    problems: plan.problems.slice(0, mostProblems),
    notes: [
      ...(sentence ? [sentence] : []),
      ...reading.notes,
      ...(isCut ? [`Only the first ${mostProblems} places to look at are listed.`] : []),
    ],
  }
}
