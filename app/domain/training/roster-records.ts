import type { Day } from '../dates'
import type { TrainingType } from '../standards/standard-set'
import type { RosterColumn } from './roster-columns'
import { isNoDate, isUndated } from './roster-days'
import type { RosterPerson, RosterRecord } from './roster-person'
import type { RowReader } from './roster-row'

export type RecordRules = {
  today: Day
  findType: (text: string) => TrainingType | undefined
  /** The training that the whole list is about, where no column names it. */
  onlyType: TrainingType | undefined
  /** Columns that hold one course each. */
  courses: readonly RosterColumn[]
  /** The rows on which each certificate number was first seen, and for whom. */
  certificates: Map<string, { row: number; person: RosterPerson }>
}

const longestNumber = 60
const isPlainNumber = /^[A-Za-z0-9][A-Za-z0-9 -]*$/

/** Adds the trainings that a row tells of. A training with a problem is named and left out; the person stays. */
export function readRecords(person: RosterPerson, row: RowReader, rules: RecordRules): void {
  const record = recordOf(person, row, rules)
  if (record) keep(person, record)
  for (const course of coursesOf(row, rules)) keep(person, { ...course, row: row.number })
}

function recordOf(person: RosterPerson, row: RowReader, rules: RecordRules): RosterRecord | null {
  const named = row.cell('training')
  const says = [named, row.cell('completedOn'), row.cell('certificateNumber')].some(
    (cell) => !isNoDate(cell),
  )
  if (!says || (!row.has('training') && !rules.onlyType)) return null
  const type = row.has('training') ? rules.findType(named) : rules.onlyType
  if (!type) row.problem('training', named === '' ? noTraining : unknownTraining)

  const completedOn = row.day('completedOn')
  const isBlank = isNoDate(row.cell('completedOn'))
  if (isBlank) row.problem('completedOn', undatedTraining)
  const printedExpiry = row.day('printedExpiry')
  const isExpiryLost = !printedExpiry && !isNoDate(row.cell('printedExpiry'))
  const inOrder = completedOn && areInOrder(row, rules.today, completedOn, printedExpiry)
  const certificateNumber = certificateOf(person, row, rules)
  if (!type || !inOrder || isExpiryLost) return null
  return { row: row.number, type: type.code, completedOn, printedExpiry, certificateNumber }
}

function areInOrder(row: RowReader, today: Day, completedOn: Day, expiry: Day | null): boolean {
  if (completedOn > today) row.problem('completedOn', future)
  if (expiry && expiry < completedOn) row.problem('printedExpiry', expiryFirst)
  return completedOn <= today && (!expiry || expiry >= completedOn)
}

function coursesOf(row: RowReader, { courses, today }: RecordRules): Omit<RosterRecord, 'row'>[] {
  const found: Omit<RosterRecord, 'row'>[] = []
  for (const column of courses) {
    if (column.use.kind !== 'course' || column.use.part !== 'completedOn') continue
    const { type } = column.use
    const completedOn = row.dayAt(column)
    if (!completedOn) continue
    const expiryColumn = courses.find(
      ({ use }) => use.kind === 'course' && use.part === 'printedExpiry' && use.type === type,
    )
    const printedExpiry = expiryColumn ? row.dayAt(expiryColumn) : null
    if (expiryColumn && !printedExpiry && !isNoDate(row.at(expiryColumn))) continue
    if (completedOn > today) {
      row.problemAt(column.header, row.at(column), future)
    } else if (expiryColumn && printedExpiry && printedExpiry < completedOn) {
      row.problemAt(expiryColumn.header, row.at(expiryColumn), expiryFirst)
    } else {
      found.push({ type: type.code, completedOn, printedExpiry, certificateNumber: null })
    }
  }
  return found
}

/** A number that cannot be one is left out and named; the training itself stands. */
function certificateOf(person: RosterPerson, row: RowReader, rules: RecordRules): string | null {
  const cell = row.cell('certificateNumber')
  if (cell === '' || isUndated(cell)) return null
  if (cell.length > longestNumber) row.problem('certificateNumber', tooLong)
  else if (!isPlainNumber.test(cell) && /^[=+@-]|[<>\p{Cc}]/u.test(cell))
    row.problem('certificateNumber', noNumber)
  else if (/^\d{3}-\d{2}-\d{4}$/.test(cell)) row.problem('certificateNumber', socialSecurity)
  else {
    const first = rules.certificates.get(cell)
    if (!first) rules.certificates.set(cell, { row: row.number, person })
    else if (first.person !== person) row.problem('certificateNumber', alsoOn(first.row))
    return cell
  }
  return null
}

function keep(person: RosterPerson, record: RosterRecord): void {
  const twin = person.records.find(
    (other) => other.type === record.type && other.completedOn === record.completedOn,
  )
  if (!twin) person.records.push(record)
  else {
    twin.printedExpiry ??= record.printedExpiry
    twin.certificateNumber ??= record.certificateNumber
  }
}

const unknownTraining = {
  why: 'The program has no training of this name, so it was not counted.',
  mend: 'Write the name of one of the program’s trainings, or add it by hand after the import.',
}
const noTraining = {
  why: 'This row has a date or a number, but does not say which training.',
  mend: 'Add the name of the training.',
}
const undatedTraining = {
  why: 'The training has no date, so it was not counted.',
  mend: 'Add the day on which it was completed, such as 2026-03-05.',
}
const future = {
  why: 'This date lies in the future, so the training was not counted.',
  mend: 'Write the day on which it was completed, or add it once it is.',
}
const expiryFirst = {
  why: 'The training would end before it was completed, so it was not counted.',
  mend: 'Check both dates against the certificate.',
}
const tooLong = {
  why: `A certificate number has at most ${longestNumber} characters; the training was kept without it.`,
  mend: 'Copy the number from the certificate.',
}
const noNumber = {
  why: 'This is a formula or code, not a certificate number; the training was kept without it.',
  mend: 'Copy the number from the certificate.',
}
const socialSecurity = {
  why: 'This looks like a social security number, which the program does not keep.',
  mend: 'Copy the number from the certificate, or leave the cell empty.',
}

function alsoOn(row: number): { why: string; mend: string } {
  return {
    why: `Row ${row} has the same number for somebody else; both were kept.`,
    mend: 'Check whose certificate it is.',
  }
}
