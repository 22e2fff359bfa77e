import { eq } from 'drizzle-orm'
import { trainingRecords } from '~db/schema'
import type { VerifiedWay } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { TrainingRecordId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canVerifyRecords } from '../permissions/venue'
import { todayIn } from '../standards/program.server'
import { recordFor } from '../training/queries.server'
import { unverified } from '../training/unverified'
import { changedMeanwhile, seenOf } from './card'

/**
 * Keeps who vouched for a training, how they made sure, and on which day. It is refused where the
 * record is no longer the one that they saw.
 */
export function markVerified(
  ctx: Context,
  venueId: VenueId,
  recordId: TrainingRecordId,
  { how, seen }: { how: VerifiedWay; seen: string },
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const record = await recordFor(tx, actor, venueId, recordId)
    permit(canVerifyRecords(actor, venueId))
    if (seenOf(record) !== seen) throw new Conflict(changedMeanwhile)
    const verifiedOn = await todayIn(tx, now)
    await tx
      .update(trainingRecords)
      .set({
        ...{ state: 'verified', verifiedBy: actor.person.id, verifiedHow: how, verifiedOn },
        changedAt: now,
      })
      .where(eq(trainingRecords.id, recordId))
    await recordEvent(tx, { ...about(ctx, venueId, recordId), kind: 'training.verified' })
  })
}

/** Takes the mark off again. Where there is none, nothing happens. */
export function takeMarkBack(
  ctx: Context,
  venueId: VenueId,
  recordId: TrainingRecordId,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const { state } = await recordFor(tx, actor, venueId, recordId)
    permit(canVerifyRecords(actor, venueId))
    if (state !== 'verified') return
    await tx
      .update(trainingRecords)
      .set({ ...unverified, changedAt: now })
      .where(eq(trainingRecords.id, recordId))
    await recordEvent(tx, { ...about(ctx, venueId, recordId), kind: 'training.unverified' })
  })
}

function about({ actor, now, origin }: Context, venueId: VenueId, subjectId: TrainingRecordId) {
  return { actor, at: now, origin, venueId, subjectId }
}
