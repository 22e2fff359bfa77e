import { and, eq, isNull } from 'drizzle-orm'
import { trainingRecords } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import type { ClassRecord } from './class-record-forms'
import { writeTraining } from './record-training.server'

/**
 * Writes down that several people completed a training on one day: for all of them or, where a day or a
 * person cannot be, for none. Whoever has it on the list already keeps the one record. Answers for how
 * many it is new.
 */
export function recordClass(
  ctx: Context,
  venueId: VenueId,
  { people, ...record }: ClassRecord,
): Promise<number> {
  return deed(ctx, async (tx) => {
    permit(canWorkOnDrafts(ctx.actor, venueId))
    const { type, completedOn } = record
    const there = await tx
      .select({ staffId: trainingRecords.staffId })
      .from(trainingRecords)
      .where(
        and(
          eq(trainingRecords.venueId, venueId),
          eq(trainingRecords.type, type),
          eq(trainingRecords.completedOn, completedOn),
          isNull(trainingRecords.removedAt),
        ),
      )
    const had = new Set(there.map(({ staffId }) => staffId))
    const missing = people.filter((id) => !had.has(id))
    for (const id of missing) {
      await writeTraining(tx, ctx, venueId, id, { ...record, certificateNumber: '' })
    }
    return missing.length
  })
}
