import { type Grid, readTable, type Table } from '../table'
import type { Row } from '../table-cells'
import { copyOf } from '../table-copy'
import { displayAddress, displayName } from './display-name'
import { problemsOfTable } from './list-problems'
import { tallyNeighborhoods } from './neighborhoods-of-list'
import { withoutPrivateColumns } from './private-columns-of-list'
import { type LicenseField, licenseFields, yearOf } from './read-license-fields'
import { type Point, pointReader } from './read-license-points'

export type LicenseListing = {
  row: number
  license: string
  /** As the list has it. */
  name: string
  displayName: string
  address: string
  longitude: number | null
  latitude: number | null
  quadrant: string | null
  neighborhood: string | null
  firstYear: number | null
}

export type LicenseProblem = { row: number; column: string; why: string }

export type LicenseList = {
  encoding: Grid['encoding']
  headers: { header: string; field: LicenseField | null }[]
  /** Rows of the list; blank rows, titles, totals and repeated headers not counted. */
  rows: number
  listings: LicenseListing[]
  /** Every license that the list names, in capitals: those of rows that were left out too. */
  named: ReadonlySet<string>
  /** False where reading stopped early, so that nothing can be said of what comes after. */
  whole: boolean
  problems: LicenseProblem[]
  /** Rows that say exactly what an earlier row said. */
  repeatedRows: { row: number; sameAs: number; license: string }[]
  repeatedHeaders: number[]
  /** How many listings each neighborhood has. */
  neighborhoods: Map<string, number>
  /** Which columns were left out because they hold private facts; null where none does. */
  leftOut: string | null
  /** The file as it may be kept: the same bytes, or a copy without the cells of those columns. */
  copy: () => Uint8Array
}

type Listed = { row: number; said: string }
type Reading = Pick<LicenseList, 'listings' | 'problems' | 'repeatedRows'>
type Readers = { cell: (row: Row, field: LicenseField) => string; point: (row: Row) => Point }

const longestCell = 300
const rowsAtATurn = 500

/**
 * Reads a city's license list from a file's bytes and writes nothing. One license with two different
 * rows is a problem and never an overwrite. Throws Unreadable when the file holds no such list.
 */
export function readLicenseList(bytes: Uint8Array): LicenseList {
  const turns = licenseListInTurns(bytes)
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
  }
}

/** The same, some hundreds of rows at a turn, for whoever has others waiting. */
export function* licenseListInTurns(bytes: Uint8Array): Generator<void, LicenseList> {
  const wanted = 'License, Name, Address and Neighborhood'
  const whole = readTable(bytes, { fields: licenseFields, atLeast: 2, wanted })
  const { table, leftOut } = withoutPrivateColumns(whole)
  const cell = (row: Row, field: LicenseField) => cellOf(table, row, field)
  const points = table.rows.map((row) => [cell(row, 'longitude'), cell(row, 'latitude')] as const)
  const point = pointReader(points)
  const readers = {
    cell,
    point: (row: Row) => point(cell(row, 'longitude'), cell(row, 'latitude')),
  }
  const reading: Reading = { listings: [], problems: problemsOfTable(table), repeatedRows: [] }
  const listed = new Map<string, Listed>()
  for (const [i, row] of table.rows.entries()) {
    if (i % rowsAtATurn === 0) yield
    readRow(row, readers, listed, reading)
  }
  reading.problems.sort((a, b) => a.row - b.row)

  const fieldOf = new Map([...table.match.columns].map(([field, column]) => [column, field]))
  return {
    encoding: table.encoding,
    headers: table.headers.map((header, i) => ({ header, field: fieldOf.get(i) ?? null })),
    rows: table.rows.length,
    ...reading,
    named: new Set(listed.keys()),
    whole: table.gaveUpAt === null && table.broken.length === 0,
    repeatedHeaders: table.repeatedHeaders,
    neighborhoods: tallyNeighborhoods(reading.listings),
    leftOut,
    copy: () => (table === whole ? bytes : copyOf(table)),
  }
}

function readRow(row: Row, readers: Readers, listed: Map<string, Listed>, reading: Reading): void {
  const license = readers.cell(row, 'license').replace(/\s+/g, ' ')
  const name = readers.cell(row, 'name').replace(/\s+/g, ' ')
  const address = displayAddress(readers.cell(row, 'address'))
  const problem = (column: string, why: string) =>
    reading.problems.push({ row: row.row, column, why })
  if (license === '') return void problem('license', 'No license number, so the row was left out.')

  const key = license.toUpperCase()
  const said = JSON.stringify(row.cells)
  const earlier = listed.get(key)
  if (earlier?.said === said) {
    reading.repeatedRows.push({ row: row.row, sameAs: earlier.row, license })
    return
  }
  if (earlier) {
    return void problem(
      'license',
      `Row ${earlier.row} has license ${license} with other contents; that row was kept and this one left out.`,
    )
  }
  listed.set(key, { row: row.row, said })
  if (!/\p{L}|\p{N}/u.test(name)) return void problem('name', 'No name, so the row was left out.')
  if (address === '') return void problem('address', 'No address, so the row was left out.')
  if ([license, name, address].some((text) => text.length > longestCell)) {
    return void problem('', `A cell has more than ${longestCell} characters; the row was left out.`)
  }
  const { longitude, latitude, why } = readers.point(row)
  if (why) problem('longitude', `${why} The venue was kept without a place on the map.`)
  reading.listings.push({
    row: row.row,
    license,
    name,
    displayName: displayName(name),
    address,
    longitude,
    latitude,
    quadrant: readers.cell(row, 'quadrant') || null,
    neighborhood: readers.cell(row, 'neighborhood').replace(/\s+/g, ' ') || null,
    firstYear: yearOf(readers.cell(row, 'firstYear'), problem),
  })
}

function cellOf(table: Table<LicenseField>, row: Row, field: LicenseField): string {
  const column = table.match.columns.get(field)
  return column === undefined ? '' : (row.cells[column] ?? '')
}
