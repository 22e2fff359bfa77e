import { eq } from 'drizzle-orm'
import { files, trainingRecords } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { TrainingRecordId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { recordFor } from '../training/queries.server'
import { unverified } from '../training/unverified'
import { eraseFiles } from '../venues/erase-files.server'

/** Takes the card of a training away for good. Answers the keys of files whose bytes can go. */
export function takeCardAway(
  ctx: Context,
  venueId: VenueId,
  recordId: TrainingRecordId,
): Promise<string[]> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { fileId } = await recordFor(tx, actor, venueId, recordId)
    permit(canWorkOnDrafts(actor, venueId))
    if (!fileId) throw new Conflict('This training has no card any more.')
    await tx
      .update(trainingRecords)
      .set({ ...unverified, fileId: null, state: 'claimed', changedAt: now })
      .where(eq(trainingRecords.id, recordId))
    const loose = await eraseFiles(tx, eq(files.id, fileId))
    await recordEvent(tx, {
      kind: 'training.card_removed',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: recordId,
      facts: { file: fileId },
    })
    return loose
  })
}
