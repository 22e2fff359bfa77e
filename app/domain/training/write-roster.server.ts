import { eq, sql } from 'drizzle-orm'
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
  const addPerson = insertPerson(tx)
  for (const person of people) await addPerson.execute(person)
  const addRecord = insertRecord(tx)
  for (const record of records) await addRecord.execute(record)
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

/** One statement for all rows: building its text anew for each costs more than the engine's own work. */
function insertPerson(tx: Tx) {
  const values = {
    id: sql.placeholder('id'),
    venueId: sql.placeholder('venueId'),
    name: sql.placeholder('name'),
    position: sql.placeholder('position'),
    aliasNumber: sql.placeholder('aliasNumber'),
    startedOn: sql.placeholder('startedOn'),
    onLeave: sql.placeholder('onLeave'),
    leftOn: sql.placeholder('leftOn'),
    createdAt: sql.placeholder('createdAt'),
    updatedAt: sql.placeholder('updatedAt'),
  }
  return tx.insert(staff).values(values).prepare()
}

function insertRecord(tx: Tx) {
  const values = {
    id: sql.placeholder('id'),
    staffId: sql.placeholder('staffId'),
    venueId: sql.placeholder('venueId'),
    type: sql.placeholder('type'),
    completedOn: sql.placeholder('completedOn'),
    printedExpiry: sql.placeholder('printedExpiry'),
    certificateNumber: sql.placeholder('certificateNumber'),
    state: sql.placeholder('state'),
    createdAt: sql.placeholder('createdAt'),
  }
  return tx.insert(trainingRecords).values(values).prepare()
}
