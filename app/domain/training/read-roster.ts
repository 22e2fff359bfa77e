import type { Day } from '../dates'
import type { TrainingType } from '../standards/standard-set'
import { type Grid, readGrid, type Table, tableOf } from '../table'
import { Unreadable } from '../table-bytes'
import { copyOf, leaveOut } from '../table-copy'
import type { DateOrder } from '../table-dates'
import { columnsLeftOut, columnUses, dateOrders, type RosterColumn } from './roster-columns'
import { dayReader } from './roster-days'
import { type RosterField, rosterFields } from './roster-fields'
import { type ChosenUses, hasNames, signatureOf, withChosenUses } from './roster-mapping'
import { notesOn, problemsOfLines, type RosterQuestion, rosterQuestions } from './roster-notes'
import { readPeople } from './roster-people'
import type { RosterPerson } from './roster-person'
import { positionFinder } from './roster-positions'
import { fitToShow, type RosterProblem, RowReader } from './roster-row'
import { trainingTypeFinder } from './roster-types'

export type RosterRules = {
  types: readonly TrainingType[]
  /** The program's calendar date: a training cannot have been completed after it. */
  today: Day
  /** What the person answered to the questions of an earlier preview. */
  answers?: { dateOrder?: DateOrder; trainingType?: string; sheet?: string; uses?: ChosenUses }
  /** What the venue chose at earlier imports, by the signature of the column names. */
  remembered?: ReadonlyMap<string, ChosenUses>
  /** Hears now and then how many rows are read. */
  read?: (rows: number, of: number) => void
}

export type RosterReading = {
  encoding: Grid['encoding']
  mapping: RosterColumn[]
  /** The first thing that each column holds, so that it is known again; '' for private columns. */
  examples: string[]
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
  const findType = trainingTypeFinder(rules.types)
  const { mapping, ignored } = mappingOf(columnUses(whole, findType), rules)
  if (!hasNames(mapping)) {
    throw new Unreadable('No column in this file holds names; please head one of them “Name”.')
  }
  const table = leaveOut(whole, columnsLeftOut(mapping))
  const { orders, unsettled } = dateOrders(table, mapping, rules.answers?.dateOrder)
  const columns = byField(mapping)
  const readDay = dayReader(orders)
  const problems = problemsOfLines(table)
  const people = readPeople(table, {
    reader: (row) => new RowReader(row, columns, readDay, problems),
    today: rules.today,
    findPosition: positionFinder(),
    findType,
    onlyType: rules.types.find((type) => type.code === rules.answers?.trainingType),
    courses: mapping.filter(({ use }) => use.kind === 'course'),
    certificates: new Map(),
    ...(rules.read && { read: rules.read }),
  })
  problems.sort((a, b) => a.row - b.row)
  return {
    encoding: table.encoding,
    mapping,
    examples: mapping.map(({ column }) => exampleIn(table, column)),
    people,
    rows: table.rows.length,
    problems,
    ...notesOn(table, mapping, ignored),
    questions: rosterQuestions(table, mapping, unsettled, rules),
    copy: table === whole && grid.encoding !== 'workbook' ? noCopy : copier(table),
  }
}

const noCopy = () => null

/** Apart from the reading, so that the cells of a list that needs no copy are not kept with it. */
function copier(table: Table<RosterField>): () => Uint8Array {
  return () => copyOf(table)
}

/** As the person chooses now, else as the venue chose last time, else as found; and whether a choice was no use. */
function mappingOf(found: RosterColumn[], { types, answers, remembered }: RosterRules) {
  if (answers?.uses) {
    const chosen = withChosenUses(found, answers.uses, 'chosen', types)
    return { mapping: chosen ?? found, ignored: chosen === null }
  }
  const known = remembered?.get(signatureOf(found.map(({ header }) => header)))
  const mapping = known && withChosenUses(found, known, 'remembered', types)
  return { mapping: mapping ?? found, ignored: false }
}

function exampleIn(table: Table<RosterField>, column: number): string {
  return fitToShow(table.rows.find(({ cells }) => cells[column])?.cells[column] ?? '')
}

function byField(mapping: readonly RosterColumn[]): Map<RosterField, RosterColumn> {
  const columns = new Map<RosterField, RosterColumn>()
  for (const column of mapping) {
    if (column.use.kind === 'field') columns.set(column.use.field, column)
  }
  return columns
}
