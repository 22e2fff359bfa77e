import { and, eq, isNull } from 'drizzle-orm'
import { trainingRecords } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type StaffId, type TrainingRecordId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { currentStandardSet, todayIn } from '../standards/program.server'
import type { NewRecord } from './forms'
import { staffMemberFor } from './queries.server'

/** Writes down that a person completed a training. One training of one day is kept once. */
export function recordTraining(
  ctx: Context,
  venueId: VenueId,
  staffId: StaffId,
  { type, completedOn, printedExpiry, certificateNumber }: NewRecord,
): Promise<TrainingRecordId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const person = await staffMemberFor(tx, actor, venueId, staffId)
    permit(canWorkOnDrafts(actor, venueId))
    const set = await currentStandardSet(tx)
    if (!set.trainingTypes.some(({ code }) => code === type)) {
      throw new Invalid({ type: 'Choose one of the trainings on the list.' })
    }
    if (completedOn > (await todayIn(tx, now))) {
      throw new Invalid({
        completedOn: 'This day is still to come. Add the training once it is done.',
      })
    }
    const [twin] = await tx
      .select({ id: trainingRecords.id })
      .from(trainingRecords)
      .where(
        and(
          eq(trainingRecords.staffId, staffId),
          eq(trainingRecords.type, type),
          eq(trainingRecords.completedOn, completedOn),
          isNull(trainingRecords.removedAt),
        ),
      )
    if (twin) {
      throw new Invalid({
        completedOn: `${person.name} has this training of that day on the list already.`,
      })
    }

    const id = newId('rec')
    await tx.insert(trainingRecords).values({
      id,
      staffId,
      venueId,
      type,
      completedOn,
      printedExpiry,
      certificateNumber: certificateNumber || null,
      state: 'claimed',
      createdAt: now,
    })
    await recordEvent(tx, {
      kind: 'training.recorded',
      actor,
      at: now,
      origin,
      venueId,
      subjectId: id,
      facts: { type },
    })
    return id
  })
}
