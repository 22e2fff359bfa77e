import { eq } from 'drizzle-orm'
import { trainingRecords } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { TrainingRecordId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { recordFor } from '../training/queries.server'
import { refuseDay } from '../training/record-training.server'
import { unverified } from '../training/unverified'
import { changedMeanwhile, seenOf } from './card'
import type { ChangedRecord } from './forms'

/** Corrects the dates or the number of a training. Whatever was verified before was another one. */
export function changeRecord(
  ctx: Context,
  venueId: VenueId,
  recordId: TrainingRecordId,
  { completedOn, printedExpiry, certificateNumber, seen }: ChangedRecord,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const record = await recordFor(tx, actor, venueId, recordId)
    permit(canWorkOnDrafts(actor, venueId))
    if (seenOf(record) !== seen) throw new Conflict(changedMeanwhile)
    const after = { completedOn, printedExpiry, certificateNumber: certificateNumber || null }
    if (seenOf({ ...record, ...after }) === seen) return

    const person = { id: record.staffId, name: record.person }
    await refuseDay(tx, person, { type: record.type, completedOn, except: recordId }, now)
    await tx
      .update(trainingRecords)
      .set({ ...after, ...unverified, changedAt: now })
      .where(eq(trainingRecords.id, recordId))
    await recordEvent(tx, {
      kind: 'training.changed',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: recordId,
      facts: { type: record.type },
    })
  })
}
