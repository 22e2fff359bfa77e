import { and, eq, isNull } from 'drizzle-orm'
import { files, trainingRecords } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { StaffId, TrainingRecordId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { eraseFiles } from '../venues/erase-files.server'
import { recordFor } from './queries.server'

/**
 * Takes a training off a person's list, and its card away for good; what was shared before stays as it
 * was shared. Returns whose it was, and the keys of files whose bytes can go.
 */
export function removeRecord(
  ctx: Context,
  venueId: VenueId,
  recordId: TrainingRecordId,
): Promise<{ staffId: StaffId; loose: string[] }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const record = await recordFor(tx, actor, venueId, recordId, { removed: true })
    permit(canWorkOnDrafts(actor, venueId))
    const removed = await tx
      .update(trainingRecords)
      .set({ removedAt: now, fileId: null })
      .where(and(eq(trainingRecords.id, recordId), isNull(trainingRecords.removedAt)))
      .returning({ id: trainingRecords.id })
    if (removed.length === 0) {
      throw new Conflict('Somebody else removed this training a moment ago.')
    }
    const loose = record.fileId ? await eraseFiles(tx, eq(files.id, record.fileId)) : []
    await recordEvent(tx, {
      kind: 'training.removed',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: recordId,
      facts: { type: record.type },
    })
    return { staffId: record.staffId, loose }
  })
}
