import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { insertRows, letOthersIn, rowsAtOnce } from '~db/rows.server'
import { staff, trainingRecords } from '~db/schema'
import type { RosterImportChanges } from '~db/schema/training'
import type { Actor, Origin } from '../context'
import { idsInOrder, type StaffId, type TrainingRecordId, type VenueId } from '../ids'
import { aliasNumbers, recordStaffChange } from './alias-numbers.server'
import type { RosterPlan } from './plan-roster'
import type { RosterRecord } from './roster-person'
import type { TellProgress } from './roster-progress.server'
import { unverified } from './unverified'

type By = { actor: Actor | null; now: Date; origin: Origin | null }

/** Writes what a plan says, and returns what is needed to take it back. */
export async function writeRoster(
  tx: Tx,
  venueId: VenueId,
  plan: RosterPlan,
  by: By,
  tell: TellProgress = () => undefined,
): Promise<RosterImportChanges> {
  const written = counter(plan, tell)
  const aliasFor = await aliasNumbers(tx, venueId)
  const { now } = by
  const staffAdded: StaffId[] = []
  const recordsAdded: TrainingRecordId[] = []
  const nextStaff = idsInOrder('stf', plan.people.new)
  const nextRecord = idsInOrder('rec', plan.records.new)
  const recordOf = (staffId: StaffId, { row: _, ...record }: RosterRecord) => {
    const id = nextRecord()
    recordsAdded.push(id)
    return { id, staffId, venueId, ...record, state: 'claimed' as const, createdAt: now }
  }
  await changePeople(tx, venueId, plan, aliasFor, by)
  written(plan.peopleChanged.length)
  for (const some of chunks(plan.peopleAdded)) {
    const people = some.map(({ name, facts }) => {
      const id = nextStaff()
      const aliasNumber = aliasFor(facts.position, id)
      return { id, venueId, name, ...facts, aliasNumber, createdAt: now, updatedAt: now }
    })
    staffAdded.push(...people.map(({ id }) => id))
    await insertRows(tx, staff, people)
    const own = some.flatMap(({ records }, i) => {
      const staffId = people[i]?.id
      return staffId ? records.map((record) => recordOf(staffId, record)) : []
    })
    for (const records of chunks(own)) await insertRows(tx, trainingRecords, records)
    written(people.length + own.length)
    await letOthersIn()
  }
  for (const some of chunks(plan.recordsAdded)) {
    const records = some.map(({ staffId, record }) => recordOf(staffId, record))
    await insertRows(tx, trainingRecords, records)
    written(records.length)
    await letOthersIn()
  }
  for (const some of chunks(plan.recordsChanged)) {
    for (const { before, after } of some) {
      await tx
        .update(trainingRecords)
        .set({ ...after, ...unverified })
        .where(eq(trainingRecords.id, before.id))
    }
    written(some.length)
    await letOthersIn()
  }
  return { staffAdded, recordsAdded, ...beforeOf(plan) }
}

/** Tells after each chunk how many of all people and trainings stand on the list. */
function counter({ people, records }: RosterPlan, tell: TellProgress): (more: number) => void {
  const of = people.new + people.changed + records.new + records.changed
  let done = 0
  return (more) => {
    done += more
    tell({ step: 'writing', done, of })
  }
}

function beforeOf(plan: RosterPlan): Pick<RosterImportChanges, 'staffBefore' | 'recordsBefore'> {
  return {
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

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += rowsAtOnce) yield items.slice(at, at + rowsAtOnce)
}

async function changePeople(
  tx: Tx,
  venueId: VenueId,
  { peopleChanged }: RosterPlan,
  aliasFor: Awaited<ReturnType<typeof aliasNumbers>>,
  by: By,
): Promise<void> {
  for (const [i, { before, after }] of peopleChanged.entries()) {
    if (i % rowsAtOnce === rowsAtOnce - 1) await letOthersIn()
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
