import type { Day } from '../dates'
import type { TrainingType } from '../standards/standard-set'
import { type Grid, readGrid, type Table, tableOf } from '../table'
import { Unreadable } from '../table-bytes'
import type { Row } from '../table-cells'
import { copyOf, leaveOut } from '../table-copy'
import type { DateOrder } from '../table-dates'
import { columnsLeftOut, columnUses, dateOrders, type RosterColumn } from './roster-columns'
import { type RosterField, rosterFields } from './roster-fields'
import { nameFromOneCell, nameKey, nameOf } from './roster-names'
import { notesOn, problemsOfLines, type RosterQuestion, rosterQuestions } from './roster-notes'
import { type RosterPerson, readPersonFacts } from './roster-person'
import { type RecordRules, readRecords } from './roster-records'
import { type RosterProblem, RowReader } from './roster-row'
import { trainingTypeFinder } from './roster-types'

export type RosterRules = {
  types: readonly TrainingType[]
  /** The program's calendar date: a training cannot have been completed after it. */
  today: Day
  /** What the person answered to the questions of an earlier preview. */
  answers?: { dateOrder?: DateOrder; trainingType?: string; sheet?: string }
}

export type RosterReading = {
  encoding: Grid['encoding']
  mapping: RosterColumn[]
  people: RosterPerson[]
  /** How many rows of the list, blank ones not counted, were read. */
  rows: number
  problems: RosterProblem[]
  /** The columns that were left out because they hold private facts, and the sentence that says so. */
  dropped: { headers: string[]; sentence: string | null }
  questions: RosterQuestion[]
  /** Whole sentences about title rows, totals, repeated headers and columns that were not needed. */
  notes: string[]
  /** The file as it may be kept: the same bytes, or a copy without the cells of columns that were not read. */
  copy: () => Uint8Array
}

/**
 * Reads a staff list with trainings from a text file's bytes, in whichever shape a venue keeps it, and
 * writes nothing. Throws Unreadable when the file holds no list of people.
 */
export function readRoster(bytes: Uint8Array, rules: RosterRules): RosterReading {
  const reading = readRosterGrid(readGrid(bytes), rules)
  return { ...reading, copy: () => reading.copy() ?? bytes }
}

/** The same, of cells. There is no copy where every column is read: the file may be kept as it came. */
export function readRosterGrid(
  grid: Grid,
  rules: RosterRules,
): Omit<RosterReading, 'copy'> & { copy: () => Uint8Array | null } {
  const whole = tableOf(grid, {
    fields: rosterFields,
    atLeast: 1,
    wanted: 'First name, Last name, Role and Hire date',
  })
  if (
    !['firstName', 'lastName', 'fullName'].some((f) => whole.match.columns.has(f as RosterField))
  ) {
    throw new Unreadable('No column in this file holds names; please head one of them “Name”.')
  }
  const findType = trainingTypeFinder(rules.types)
  const mapping = columnUses(whole, findType)
  const table = leaveOut(whole, columnsLeftOut(mapping, findType))
  const { orders, unsettled } = dateOrders(table, mapping, rules.answers?.dateOrder)
  const columns = byField(mapping)
  const problems = problemsOfLines(table)
  const people = readPeople(table, {
    reader: (row) => new RowReader(row, columns, orders, problems),
    today: rules.today,
    findType,
    onlyType: rules.types.find((type) => type.code === rules.answers?.trainingType),
    courses: mapping.filter(({ use }) => use.kind === 'course'),
    certificates: new Map(),
  })
  problems.sort((a, b) => a.row - b.row)
  return {
    encoding: table.encoding,
    mapping,
    people,
    rows: table.rows.length,
    problems,
    ...notesOn(table, mapping),
    questions: rosterQuestions(table, mapping, unsettled, rules),
    copy: () => (table === whole && grid.encoding !== 'workbook' ? null : copyOf(table)),
  }
}

function readPeople(
  table: Table<RosterField>,
  rules: RecordRules & { reader: (row: Row) => RowReader },
): RosterPerson[] {
  const people = new Map<string, RosterPerson>()
  for (const source of table.rows) {
    const row = rules.reader(source)
    const person = personOf(row, people)
    if (!person) continue
    readPersonFacts(person, row, rules.today)
    readRecords(person, row, rules)
  }
  return [...people.values()]
}

/** The person a row is about: known by employee number where there is one, else by name. */
function personOf(row: RowReader, people: Map<string, RosterPerson>): RosterPerson | null {
  const name = readName(row)
  if ('why' in name) {
    row.problem(row.has('fullName') ? 'fullName' : 'firstName', name)
    return null
  }
  const key = `${row.cell('staffNumber')} ${nameKey(name)}`
  const known = people.get(key)
  if (known) return known
  const person: RosterPerson = {
    ...name,
    row: row.number,
    position: null,
    startedOn: null,
    onLeave: null,
    leftOn: null,
    records: [],
  }
  people.set(key, person)
  return person
}

function readName(row: RowReader) {
  const full = row.cell('fullName')
  const last = row.cell('lastName')
  if (row.has('firstName')) {
    const first = row.cell('firstName')
    return first === '' && last === '' && full !== '' ? nameFromOneCell(full) : nameOf(first, last)
  }
  return row.has('lastName') ? nameOf(full, last) : nameFromOneCell(full)
}

function byField(mapping: readonly RosterColumn[]): Map<RosterField, RosterColumn> {
  const columns = new Map<RosterField, RosterColumn>()
  for (const column of mapping) {
    if (column.use.kind === 'field') columns.set(column.use.field, column)
  }
  return columns
}
