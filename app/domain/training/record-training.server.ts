import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { trainingRecords } from '~db/schema'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type StaffId, type TrainingRecordId, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { todayIn } from '../standards/program.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { staffMemberFor } from './queries.server'
import type { NewRecord } from './record-forms'

/** Writes down that a person completed a training. One training of one day is kept once. */
export function recordTraining(
  ctx: Context,
  venueId: VenueId,
  staffId: StaffId,
  record: NewRecord,
): Promise<TrainingRecordId> {
  return deed(ctx, (tx) => writeTraining(tx, ctx, venueId, staffId, record))
}

/** The same inside the deed that asked for it. */
export async function writeTraining(
  tx: Tx,
  { actor, now, origin }: Context,
  venueId: VenueId,
  staffId: StaffId,
  { type, completedOn, printedExpiry, certificateNumber }: NewRecord,
): Promise<TrainingRecordId> {
  const person = await staffMemberFor(tx, actor, venueId, staffId)
  permit(canWorkOnDrafts(actor, venueId))
  const set = await standardsForVenue(tx, venueId)
  if (!set.trainingTypes.some(({ code }) => code === type)) {
    throw new Invalid({ type: 'Choose one of the trainings on the list.' })
  }
  await refuseDay(tx, person, { type, completedOn }, now)

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
}

/** A training is in the past, and on the list once; `except` is the record that is being changed. */
export async function refuseDay(
  tx: Tx,
  person: { id: StaffId; name: string },
  { type, completedOn, except }: { type: string; completedOn: Day; except?: TrainingRecordId },
  now: Date,
): Promise<void> {
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
        eq(trainingRecords.staffId, person.id),
        eq(trainingRecords.type, type),
        eq(trainingRecords.completedOn, completedOn),
        isNull(trainingRecords.removedAt),
        ...(except ? [ne(trainingRecords.id, except)] : []),
      ),
    )
  if (twin) {
    throw new Invalid({
      completedOn: `${person.name} has this training of that day on the list already.`,
    })
  }
}
