import { addDays, addMonths, type Day } from '../dates'
import type { TrainingType } from '../standards/standard-set'

export type RecordFacts = {
  staffId: string
  /** The code of a training type. */
  type: string
  completedOn: Day
  printedExpiry: Day | null
}

/** Stands for "no end" where a type counts until something changes; later than any date on paper. */
export const noEnd: Day = '9999-12-31'

/**
 * A refresher also extends a full course that ended up to this many days before: the same grace that
 * product.md gives a lapse before the certificate pauses, in which the training is "being refreshed".
 */
const defaultGraceDays = 30

/**
 * The last day on which a record counts, or null when it counts for nothing (a refresher without a
 * full course; a record without a printed date whose type gives no months). A printed date wins.
 */
export function endsOn(
  record: RecordFacts,
  type: TrainingType,
  recordsOfPerson: readonly RecordFacts[],
  types: readonly TrainingType[],
  graceDays = defaultGraceDays,
): Day | null {
  if (type.rule !== 'refresher') return ownEnd(record, type)
  return extendsFullCourse(record, type, recordsOfPerson, types, graceDays)
    ? ownEnd(record, type)
    : null
}

/**
 * Walks the person's full courses and refreshers in order of date. A refresher that counts moves the
 * end of the full course, so a yearly chain of refreshers holds as long as no link comes too late.
 */
function extendsFullCourse(
  refresher: RecordFacts,
  type: TrainingType,
  recordsOfPerson: readonly RecordFacts[],
  types: readonly TrainingType[],
  graceDays: number,
): boolean {
  const full = types.find((other) => other.code === type.extends)
  if (!full) return false
  let reach: Day | null = null
  for (const record of inOrder(recordsOfPerson, full.code, type.code)) {
    if (record.completedOn > refresher.completedOn) break
    if (record.type === full.code) {
      reach = later(reach, ownEnd(record, full))
    } else if (record.completedOn < refresher.completedOn && isWithin(record, reach, graceDays)) {
      reach = later(reach, ownEnd(record, type))
    }
  }
  return isWithin(refresher, reach, graceDays)
}

/** By date; on one day the full course comes before the refresher. */
function inOrder(records: readonly RecordFacts[], full: string, refresher: string): RecordFacts[] {
  return records
    .filter((record) => record.type === full || record.type === refresher)
    .sort((a, b) => compare(a.completedOn, b.completedOn) || (a.type === full ? -1 : 1))
}

function isWithin(refresher: RecordFacts, reach: Day | null, graceDays: number): boolean {
  if (reach === null) return false
  return reach === noEnd || refresher.completedOn <= addDays(reach, graceDays)
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b > a) ? b : a
}

function ownEnd(record: RecordFacts, type: TrainingType): Day | null {
  if (record.printedExpiry) return record.printedExpiry
  if (type.rule === 'until_changed') return noEnd
  if (type.months === undefined) return null
  const end = addMonths(record.completedOn, type.months)
  return type.rule === 'first_of_month_after' ? firstOfNextMonth(end) : end
}

function firstOfNextMonth(day: Day): Day {
  return addMonths(`${day.slice(0, 8)}01` as Day, 1)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
