import type { RosterImportChanges } from '~db/schema/training'
import type { PresentRecord, PresentStaff } from './plan-roster'

/** One thing that stays although its import is taken back, and the sentence that says why. */
export type Stays = { name: string; why: string }

export type UndoPlan = {
  staffRemoved: RosterImportChanges['staffAdded']
  recordsRemoved: RosterImportChanges['recordsAdded']
  staffBack: RosterImportChanges['staffBefore']
  recordsBack: RosterImportChanges['recordsBefore']
  stays: Stays[]
}

/** What stands on the list now: people and trainings that were not removed, with when they came. */
export type NowThere = {
  people: readonly PresentStaff[]
  records: readonly (PresentRecord & { createdAt: Date; changedAt: Date | null })[]
}

/**
 * What of an import can still be taken back. Whatever somebody changed since then stays: a later
 * correction, or a later import, weighs more than the wish to undo.
 */
export function planUndo(
  changes: RosterImportChanges,
  doneAt: Date,
  now: NowThere,
  later: readonly RosterImportChanges[],
): UndoPlan {
  const people = new Map(now.people.map((person) => [person.id, person]))
  const records = new Map(now.records.map((record) => [record.id, record]))
  const byHand = now.records.filter(({ changedAt }) => changedAt && changedAt > doneAt)
  const corrected = later.flatMap(({ recordsBefore }) => recordsBefore)
  const touched = new Set([...byHand, ...corrected].map(({ id }) => id))
  const added = new Set<string>(changes.recordsAdded)
  const newer = new Set(
    now.records
      .filter((record) => !added.has(record.id) || byHand.includes(record))
      .map(({ staffId }) => staffId),
  )
  const kept = new Set<string>()
  const stays: Stays[] = []
  const staffRemoved = changes.staffAdded.filter((id) => {
    const person = people.get(id)
    if (!person) return false
    const changed = person.updatedAt.getTime() !== doneAt.getTime()
    if (!changed && !newer.has(id)) return true
    kept.add(id)
    stays.push({ name: person.name, why: changed ? changedSince : trainedSince })
    return false
  })
  return {
    staffRemoved,
    recordsRemoved: changes.recordsAdded.filter((id) => {
      const record = records.get(id)
      if (!record || kept.has(record.staffId)) return false
      if (touched.has(id)) stays.push({ name: nameOf(people, record), why: recordChanged })
      return !touched.has(id)
    }),
    staffBack: changes.staffBefore.filter(({ id }) => {
      const person = people.get(id)
      if (!person) return false
      const isSame = person.updatedAt.getTime() === doneAt.getTime()
      if (!isSame) stays.push({ name: person.name, why: changedSince })
      return isSame
    }),
    recordsBack: changes.recordsBefore.filter(({ id }) => {
      const record = records.get(id)
      if (!record) return false
      if (touched.has(id)) stays.push({ name: nameOf(people, record), why: recordChanged })
      return !touched.has(id)
    }),
    stays,
  }
}

/** Whether nothing at all is left to take back. */
export function undoesNothing(plan: UndoPlan): boolean {
  const { staffRemoved, recordsRemoved, staffBack, recordsBack } = plan
  return [staffRemoved, recordsRemoved, staffBack, recordsBack].every(({ length }) => length === 0)
}

function nameOf(people: ReadonlyMap<string, PresentStaff>, record: PresentRecord): string {
  return people.get(record.staffId)?.name ?? ''
}

const changedSince = 'was changed after the import, so this person stays as you left them.'
const trainedSince =
  'has a training that came or was changed after the import, so this person and their trainings stay.'
const recordChanged = 'has a training that was changed after the import, so it stays.'
