import type { Table } from '../table'
import type { Row } from '../table-cells'
import type { RosterField } from './roster-fields'
import { nameFromOneCell, nameKey, nameOf } from './roster-names'
import { type PersonRules, type RosterPerson, readPersonFacts } from './roster-person'
import { type RecordRules, readRecords } from './roster-records'
import type { RowReader } from './roster-row'

/** The people that the rows of a list are about, each with everything that their rows say. */
export function readPeople(
  table: Table<RosterField>,
  rules: RecordRules &
    PersonRules & {
      reader: (row: Row) => RowReader
      read?: (rows: number, of: number) => void
    },
): RosterPerson[] {
  const people = new Map<string, RosterPerson>()
  const known = new Map<string, RosterPerson>()
  for (const [i, source] of table.rows.entries()) {
    if (i % 1_000 === 0) rules.read?.(i, table.rows.length)
    const row = rules.reader(source)
    // Most rows of a long list name somebody just as an earlier one did.
    const said = saidOf(row)
    const person = known.get(said) ?? personOf(row, people)
    if (!person) continue
    known.set(said, person)
    readPersonFacts(person, row, rules)
    readRecords(person, row, rules)
  }
  return [...people.values()]
}

function saidOf(row: RowReader): string {
  return `${row.cell('staffNumber')}\n${row.cell('fullName')}\n${row.cell('firstName')}\n${row.cell('lastName')}`
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

/** "Nombre" alone heads first names in one list and whole names in another. */
function readName(row: RowReader) {
  const full = row.cell('fullName')
  const last = row.cell('lastName')
  if (row.has('firstName')) {
    const first = row.cell('firstName')
    if (first === '' && last === '' && full !== '') return nameFromOneCell(full)
    if (!row.has('lastName') && first !== '') return nameFromOneCell(first)
    return nameOf(first, last)
  }
  return row.has('lastName') ? nameOf(full, last) : nameFromOneCell(full)
}
