import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { files, trainingRecords } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { StaffId, TrainingRecordId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import type { UploadedFile } from '../policies/policy'
import { recordFile } from '../policies/record-file.server'
import { type RecordRow, recordFor } from '../training/queries.server'
import type { NewRecord } from '../training/record-forms'
import { writeTraining } from '../training/record-training.server'
import { unverified } from '../training/unverified'
import { eraseFiles } from '../venues/erase-files.server'

/**
 * Gives a training the photo or PDF of its card. One that was there before goes for good, and so does
 * a verification. Answers the keys of files whose bytes can go.
 */
export function attachCard(
  ctx: Context,
  venueId: VenueId,
  recordId: TrainingRecordId,
  file: UploadedFile,
): Promise<string[]> {
  return deed(ctx, async (tx) => {
    const record = await recordFor(tx, ctx.actor, venueId, recordId)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    return giveCard(tx, ctx, record, file)
  })
}

/** A new training together with its card: both or neither. */
export function recordTrainingWithCard(
  ctx: Context,
  venueId: VenueId,
  staffId: StaffId,
  training: NewRecord,
  file: UploadedFile,
): Promise<TrainingRecordId> {
  return deed(ctx, async (tx) => {
    const id = await writeTraining(tx, ctx, venueId, staffId, training)
    await giveCard(tx, ctx, await recordFor(tx, ctx.actor, venueId, id), file)
    return id
  })
}

async function giveCard(
  tx: Tx,
  ctx: Context,
  { id, venueId, fileId: before }: RecordRow,
  file: UploadedFile,
): Promise<string[]> {
  const { actor, now, origin } = ctx
  const fileId = await recordFile(tx, ctx, venueId, file)
  await tx
    .update(trainingRecords)
    .set({ ...unverified, fileId, state: 'evidence_attached', changedAt: now })
    .where(eq(trainingRecords.id, id))
  const loose = before ? await eraseFiles(tx, eq(files.id, before)) : []
  await recordEvent(tx, {
    kind: 'training.card_attached',
    actor,
    at: now,
    origin,
    venueId,
    subjectId: id,
    facts: { file: fileId, digest: file.digest, before },
  })
  return loose
}
