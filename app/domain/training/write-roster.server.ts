import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { staff, trainingRecords } from '~db/schema'
import type { RosterImportChanges } from '~db/schema/training'
import type { Actor, Origin } from '../context'
import { newId, type StaffId, type VenueId } from '../ids'
import { aliasNumbers, recordStaffChange } from './alias-numbers.server'
import type { RosterPlan } from './plan-roster'
import type { RosterRecord } from './roster-person'

type By = { actor: Actor | null; now: Date; origin: Origin | null }

/** Writes what a plan says, and returns what is needed to take it back. */
export async function writeRoster(
  tx: Tx,
  venueId: VenueId,
  plan: RosterPlan,
  by: By,
): Promise<RosterImportChanges> {
  const aliasFor = await aliasNumbers(tx, venueId)
  const { now } = by
  const people: (typeof staff.$inferInsert)[] = []
  const records: (typeof trainingRecords.$inferInsert)[] = []
  const recordFor = (staffId: StaffId, { row: _, ...record }: RosterRecord) => {
    const state = 'claimed' as const
    records.push({ id: newId('rec'), staffId, venueId, ...record, state, createdAt: now })
  }
  for (const { name, facts, records: own } of plan.peopleAdded) {
    const id = newId('stf')
    const aliasNumber = aliasFor(facts.position, id)
    people.push({ id, venueId, name, ...facts, aliasNumber, createdAt: now, updatedAt: now })
    for (const record of own) recordFor(id, record)
  }
  for (const { staffId, record } of plan.recordsAdded) recordFor(staffId, record)

  await changePeople(tx, venueId, plan, aliasFor, by)
  await inBatches(people, (batch) => tx.insert(staff).values(batch))
  await inBatches(records, (batch) => tx.insert(trainingRecords).values(batch))
  for (const { before, after } of plan.recordsChanged) {
    await tx.update(trainingRecords).set(after).where(eq(trainingRecords.id, before.id))
  }
  return {
    staffAdded: people.map(({ id }) => id),
    recordsAdded: records.map(({ id }) => id),
    staffBefore: plan.peopleChanged.map(({ before }) => {
      const { id, name, position, aliasNumber, startedOn, onLeave, leftOn } = before
      const updatedAt = before.updatedAt.getTime()
      return { id, name, position, aliasNumber, startedOn, onLeave, leftOn, updatedAt }
    }),
    recordsBefore: plan.recordsChanged.map(({ before }) => {
      const { id, printedExpiry, certificateNumber } = before
      return { id, printedExpiry, certificateNumber }
    }),
  }
}

async function changePeople(
  tx: Tx,
  venueId: VenueId,
  { peopleChanged }: RosterPlan,
  aliasFor: Awaited<ReturnType<typeof aliasNumbers>>,
  by: By,
): Promise<void> {
  for (const { before, after } of peopleChanged) {
    const { id, position, aliasNumber } = before
    const moves = after.position !== position
    const next = moves ? aliasFor(after.position, id) : aliasNumber
    await tx
      .update(staff)
      .set({ ...after, aliasNumber: next, updatedAt: by.now })
      .where(eq(staff.id, id))
    if (!moves) continue
    await recordStaffChange(tx, { venueId, staffId: id, left: { position, aliasNumber } }, by)
  }
}

/** Few enough rows at a time for the engine's limit of values in one statement. */
const batchSize = 500

async function inBatches<Row>(rows: Row[], write: (batch: Row[]) => PromiseLike<unknown>) {
  for (let from = 0; from < rows.length; from += batchSize) {
    await write(rows.slice(from, from + batchSize))
  }
}
