import type { Encoding } from '~/encodings'
import { defaultLimit, readText, Unreadable } from './table-bytes'
import { type BrokenLine, type Cells, type Row, splitCells } from './table-cells'
import { type HeaderMatch, matchHeaders } from './table-headers'
import { findSeparator, type Separator } from './table-separator'
import { plainWords } from './table-words'

/** What was written into a list's cells, before anything is known of its columns. */
export type Grid = Cells & {
  /** A workbook has its cells ready; a text has an encoding and a separator to find. */
  encoding: Encoding | 'workbook'
  separator: Separator
}

/** A list as people keep it, its own rows told apart from titles, totals and repeats. */
export type Table<Field extends string> = {
  encoding: Grid['encoding']
  separator: Separator
  /** The row of the column names, counted as in a spreadsheet. */
  headerRow: number
  headers: string[]
  match: HeaderMatch<Field>
  rows: Row[]
  /** Rows above the column names that hold something, such as a title. */
  titleRows: number[]
  repeatedHeaders: number[]
  totalsRow: number | null
  broken: BrokenLine[]
  /** The row at which reading stopped, because too many lines before it were broken. */
  gaveUpAt: number | null
}

export type TableRules<Field extends string> = {
  fields: Readonly<Record<Field, readonly string[]>>
  /** How many columns must be recognized for a row to pass as the row of column names. */
  atLeast: number
  /** "First name, Last name and Role": what the sentence about a missing header row suggests. */
  wanted: string
  limit?: number
}

/** How far down the row of column names is looked for. */
const headerWithin = 40

/** Reads a list from a file's bytes. Throws Unreadable, with one sentence, when there is no list in it. */
export function readTable<Field extends string>(
  bytes: Uint8Array,
  rules: TableRules<Field>,
): Table<Field> {
  return tableOf(readGrid(bytes, rules.limit), rules)
}

/** Splits a text file's bytes into cells. */
export function readGrid(bytes: Uint8Array, limit = defaultLimit): Grid {
  const { text, encoding } = readText(bytes, limit)
  const separator = findSeparator(text)
  return { encoding, separator, ...splitCells(text, separator) }
}

/** Tells the list in some cells from what stands around it. Throws Unreadable when there is none. */
export function tableOf<Field extends string>(grid: Grid, rules: TableRules<Field>): Table<Field> {
  const { encoding, separator, rows, broken, gaveUpAt } = grid
  const header = findHeader(rows, rules)
  const below = rows.filter((row) => row.row > header.row)
  const isRepeat = repeats(header)
  const repeated = below.filter(isRepeat)
  const data = repeated.length > 0 ? below.filter((row) => !repeated.includes(row)) : below
  const last = data.at(-1)
  const totals = last && isTotals(last) ? last : undefined
  return {
    encoding,
    separator,
    headerRow: header.row,
    headers: header.cells,
    match: matchHeaders(header.cells, rules.fields),
    rows: totals ? data.slice(0, -1) : data,
    titleRows: rows.filter((row) => row.row < header.row).map((row) => row.row),
    repeatedHeaders: repeated.map((row) => row.row),
    totalsRow: totals?.row ?? null,
    broken,
    gaveUpAt,
  }
}

/** The row near the top in which the most columns are known by name; the uppermost of equals. */
function findHeader<Field extends string>(rows: Row[], rules: TableRules<Field>): Row {
  let best: Row | undefined
  let most = rules.atLeast - 1
  for (const row of rows.slice(0, headerWithin)) {
    const known = matchHeaders(row.cells, rules.fields).columns.size
    if (known > most) [best, most] = [row, known]
  }
  if (best) return best
  throw new Unreadable(
    `No row in this file names its columns; please put one above the list, such as ${rules.wanted}.`,
  )
}

function repeats(header: Row): (row: Row) => boolean {
  const named = header.cells.map(plainWords)
  return (row) =>
    row.cells.length === named.length &&
    row.cells.every((cell, i) => cell.length < 100 && plainWords(cell) === named[i])
}

/** "Total,,,36": a word for a sum, and beside it nothing but numbers. */
function isTotals(row: Row): boolean {
  const [first, ...others] = row.cells.filter((cell) => cell !== '')
  return (
    first !== undefined &&
    /^((grand|sub)[ -]?)?totals?\b|^(count|sum|suma|totales)\b/i.test(first) &&
    others.every((cell) => /^[\d.,\s%$-]+$/.test(cell))
  )
}
