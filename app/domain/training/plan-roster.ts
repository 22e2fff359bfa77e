import type { Day } from '../dates'
import type { StaffId, TrainingRecordId } from '../ids'
import { matchPeople, type NamedStaff } from './match-people'
import { mergePerson, type PersonFacts } from './merge-person'
import type { RosterReading } from './read-roster'
import { refusedIn } from './refused-rows'
import type { RosterPerson, RosterRecord } from './roster-person'
import type { RosterProblem } from './roster-row'

export type PresentStaff = NamedStaff & { id: StaffId; aliasNumber: number; updatedAt: Date }
export type PresentRecord = {
  id: TrainingRecordId
  staffId: StaffId
  type: string
  completedOn: Day
  printedExpiry: Day | null
  certificateNumber: string | null
}
export type PresentTeam = { people: readonly PresentStaff[]; records: readonly PresentRecord[] }

export type Counts = { new: number; changed: number; unchanged: number; refused: number }

/** What a staff list would do to the present team. Nothing is written by making it. */
export type RosterPlan = {
  peopleAdded: { name: string; facts: PersonFacts; records: RosterRecord[] }[]
  peopleChanged: { before: PresentStaff; after: PersonFacts }[]
  recordsAdded: { staffId: StaffId; name: string; record: RosterRecord }[]
  recordsChanged: {
    before: PresentRecord
    name: string
    after: Pick<PresentRecord, 'printedExpiry' | 'certificateNumber'>
  }[]
  people: Counts
  records: Counts
  problems: RosterProblem[]
}

/**
 * Compares a read staff list with the present team. What the file does not say stays as it is, so
 * that the same file a second time changes nothing.
 */
export function planRoster(reading: RosterReading, team: PresentTeam, today: Day): RosterPlan {
  const { found, added, unclear } = matchPeople(reading.people, team.people)
  const refused = refusedIn(reading)
  const plan: RosterPlan = {
    peopleAdded: added.map((person) => newPerson(person)),
    peopleChanged: [],
    recordsAdded: [],
    recordsChanged: [],
    people: { new: added.length, changed: 0, unchanged: 0, refused: refused.people },
    records: { new: 0, changed: 0, unchanged: 0, refused: refused.records },
    problems: [...reading.problems],
  }
  for (const { records } of plan.peopleAdded) plan.records.new += records.length
  for (const [person, count] of unclear) {
    plan.people.refused += 1
    plan.records.refused += person.records.length
    plan.problems.push(unclearPerson(person, count))
  }
  const records = recordsByPerson(team.records)
  for (const [person, before] of found) {
    planPerson(plan, person, before, today)
    for (const record of person.records) planRecord(plan, record, before, records)
  }
  plan.problems.sort((a, b) => a.row - b.row)
  return plan
}

/** Whether there is anything to write. */
export function changesNothing({
  people,
  records,
}: Pick<RosterPlan, 'people' | 'records'>): boolean {
  return people.new + people.changed + records.new + records.changed === 0
}

function planPerson(
  plan: RosterPlan,
  person: RosterPerson,
  before: PresentStaff,
  today: Day,
): void {
  const merged = mergePerson(before, person, today)
  if (merged.problem) {
    plan.problems.push({ row: person.row, column: '', cell: person.name, ...merged.problem })
  }
  if (merged.changed) {
    plan.peopleChanged.push({ before, after: merged.after })
    plan.people.changed += 1
  } else plan.people.unchanged += 1
}

function planRecord(
  plan: RosterPlan,
  record: RosterRecord,
  { id: staffId, name }: PresentStaff,
  present: ReadonlyMap<string, PresentRecord>,
): void {
  const before = present.get(recordKey({ ...record, staffId }))
  if (!before) {
    plan.recordsAdded.push({ staffId, name, record })
    plan.records.new += 1
    return
  }
  const after = {
    printedExpiry: record.printedExpiry ?? before.printedExpiry,
    certificateNumber: record.certificateNumber ?? before.certificateNumber,
  }
  const isSame =
    after.printedExpiry === before.printedExpiry &&
    after.certificateNumber === before.certificateNumber
  if (!isSame) plan.recordsChanged.push({ before, name, after })
  plan.records[isSame ? 'unchanged' : 'changed'] += 1
}

function newPerson(person: RosterPerson): RosterPlan['peopleAdded'][number] {
  const { name, position, startedOn, onLeave, leftOn, records } = person
  return {
    name,
    facts: {
      position: position ?? 'other',
      startedOn,
      onLeave: leftOn === null && (onLeave ?? false),
      leftOn,
    },
    records,
  }
}

function recordsByPerson(records: readonly PresentRecord[]): Map<string, PresentRecord> {
  return new Map(records.map((record) => [recordKey(record), record]))
}

function recordKey({
  staffId,
  type,
  completedOn,
}: Pick<PresentRecord, 'staffId' | 'type' | 'completedOn'>) {
  return `${staffId} ${type} ${completedOn}`
}

function unclearPerson(person: RosterPerson, count: number): RosterProblem {
  return {
    row: person.row,
    column: '',
    cell: person.name,
    why: `Your staff list has ${count} people of this name, and the file does not say which one is meant.`,
    mend: 'Add the hire date or the role to the file, or type it in by hand.',
  }
}
