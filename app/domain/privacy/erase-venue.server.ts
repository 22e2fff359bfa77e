import { and, eq, inArray, isNotNull, isNull, notInArray, type SQL } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import * as t from '~db/schema'
import type { RosterImportReport } from '~db/schema/training'
import type { StaffId, VenueId } from '../ids'
import { nameRemoved } from '../training/removed-name'
import { eraseFiles } from '../venues/erase-files.server'
import { applicationsOf, repliesOf, roundsOf } from './venue-rows.server'

/**
 * Takes name, dates, trainings and cards of people on staff lists away. Their number is never given
 * again. Answers the keys of files whose bytes can go.
 */
export async function eraseStaff(tx: Tx, ids: StaffId[], now: Date): Promise<string[]> {
  await tx.delete(t.nameShowings).where(inArray(t.nameShowings.staffId, ids))
  const keys = await eraseRecords(tx, inArray(t.trainingRecords.staffId, ids))
  await tx.delete(t.signatures).where(inArray(t.signatures.staffId, ids))
  await tx
    .update(t.staff)
    .set({ name: nameRemoved, startedOn: null, leftOn: null, onLeave: false, updatedAt: now })
    .where(inArray(t.staff.id, ids))
  await tx
    .update(t.staff)
    .set({ removedAt: now })
    .where(and(inArray(t.staff.id, ids), isNull(t.staff.removedAt)))
  return keys
}

/** Removes training records with their cards, and answers the keys of files whose bytes can go. */
export async function eraseRecords(tx: Tx, which: SQL | undefined): Promise<string[]> {
  const gone = await tx
    .delete(t.trainingRecords)
    .where(which)
    .returning({ fileId: t.trainingRecords.fileId })
  const cards = gone.flatMap(({ fileId }) => fileId ?? [])
  const keys: string[] = []
  for (let at = 0; at < cards.length; at += 500) {
    keys.push(...(await eraseFiles(tx, inArray(t.files.id, cards.slice(at, at + 500)))))
  }
  return keys
}

/**
 * Removes what a venue that left never shared: staff list, trainings, drafts, answers and files, and
 * what was seen on walk-throughs. What the staff noted about it among themselves goes with them. What
 * it shared, the letters and its certificates stay. Answers the keys of files whose bytes can go.
 */
export async function eraseUnshared(tx: Tx, venueId: VenueId, now: Date): Promise<string[]> {
  const staff = await tx
    .select({ id: t.staff.id })
    .from(t.staff)
    .where(eq(t.staff.venueId, venueId))
  const keys: string[] = []
  for (let at = 0; at < staff.length; at += 500) {
    const ids = staff.slice(at, at + 500).map(({ id }) => id)
    keys.push(...(await eraseStaff(tx, ids, now)))
  }
  await tx
    .update(t.rosterImports)
    .set({ report: emptyReport, changes: null, answers: null, failure: null })
    .where(eq(t.rosterImports.venueId, venueId))
  await tx.delete(t.rosterMappings).where(eq(t.rosterMappings.venueId, venueId))
  const applications = applicationsOf(tx, venueId)
  await tx.delete(t.evidence).where(inArray(t.evidence.applicationId, applications))
  await tx.delete(t.answers).where(inArray(t.answers.applicationId, applications))
  await tx
    .update(t.applications)
    .set({ readiness: null, ruler: null, pauseWords: null, askAgainOn: null })
    .where(eq(t.applications.venueId, venueId))
  await tx.delete(t.applicationNotes).where(inArray(t.applicationNotes.applicationId, applications))
  await tx.delete(t.walkPhotos).where(eq(t.walkPhotos.venueId, venueId))
  await tx.delete(t.walkNotes).where(eq(t.walkNotes.venueId, venueId))
  await eraseReadings(tx, venueId)
  await erasePolicies(tx, venueId)
  const others = await eraseFiles(tx, and(eq(t.files.venueId, venueId), notShared(tx, venueId)))
  return [...keys, ...others]
}

const none = { new: 0, changed: 0, unchanged: 0, refused: 0 }
const emptyReport: RosterImportReport = { people: none, records: none, problems: [], notes: [] }

async function eraseReadings(tx: Tx, venueId: VenueId): Promise<void> {
  await tx.delete(t.signatures).where(eq(t.signatures.venueId, venueId))
  await tx.delete(t.readings).where(eq(t.readings.venueId, venueId))
  await tx.delete(t.readingLinks).where(eq(t.readingLinks.venueId, venueId))
}

/** A version that was frozen for the venue's own team alone goes too: the program never had it. */
async function erasePolicies(tx: Tx, venueId: VenueId): Promise<void> {
  const own = tx
    .select({ id: t.policies.id })
    .from(t.policies)
    .where(eq(t.policies.venueId, venueId))
  const inRounds = tx
    .select({ id: t.roundEvidence.policyVersionId })
    .from(t.roundEvidence)
    .where(
      and(
        inArray(t.roundEvidence.roundId, roundsOf(tx, venueId)),
        isNotNull(t.roundEvidence.policyVersionId),
      ),
    )
  await tx
    .delete(t.policyVersions)
    .where(and(inArray(t.policyVersions.policyId, own), notInArray(t.policyVersions.id, inRounds)))
  const shared = tx.select({ id: t.policyVersions.policyId }).from(t.policyVersions)
  await tx.delete(t.policySections).where(inArray(t.policySections.policyId, own))
  await tx
    .delete(t.policies)
    .where(and(eq(t.policies.venueId, venueId), notInArray(t.policies.id, shared)))
  await tx.update(t.policies).set({ fileTakenOff: null }).where(eq(t.policies.venueId, venueId))
}

/** Files that no round, no reply, no frozen policy and no policy that stays points to. */
function notShared(tx: Tx, venueId: VenueId) {
  const inRounds = tx
    .select({ id: t.roundEvidence.fileId })
    .from(t.roundEvidence)
    .where(
      and(
        inArray(t.roundEvidence.roundId, roundsOf(tx, venueId)),
        isNotNull(t.roundEvidence.fileId),
      ),
    )
  const inVersions = tx
    .select({ id: t.policyVersions.fileId })
    .from(t.policyVersions)
    .where(isNotNull(t.policyVersions.fileId))
  const inPolicies = tx
    .select({ id: t.policies.fileId })
    .from(t.policies)
    .where(and(eq(t.policies.venueId, venueId), isNotNull(t.policies.fileId)))
  const inReplies = tx
    .select({ id: t.replyFiles.fileId })
    .from(t.replyFiles)
    .where(inArray(t.replyFiles.replyId, repliesOf(tx, venueId)))
  return and(
    notInArray(t.files.id, inRounds),
    notInArray(t.files.id, inReplies),
    notInArray(t.files.id, inVersions),
    notInArray(t.files.id, inPolicies),
  )
}
