import { parse } from 'csv-parse/sync'
import { Unreadable } from './table-bytes'
import { type CellCleaner, cellCleaner } from './table-clean'
import type { Separator } from './table-separator'

/**
 * A row as a spreadsheet numbers it: from 1, title rows and blank rows included, and a row whose
 * cell holds several lines counted once.
 */
export type Row = { row: number; cells: string[] }

/** A line whose opening quote is never closed; it was left out, and reading went on below it. */
export type BrokenLine = { row: number }

export type Cells = { rows: Row[]; broken: BrokenLine[]; gaveUpAt: number | null }

/** After so many broken lines the file is not a list with a slip in it, but something else. */
const brokenLimit = 10

/** Far beyond any list of people or venues: they keep a hostile file from filling the memory. */
export const longestRow = 100_000
export const mostRows = 200_000

export const tooManyRows = `This file has more than ${mostRows.toLocaleString('en-US')} rows; please split it into smaller ones.`
const tooLongLine = `A line of this file has more than ${longestRow.toLocaleString('en-US')} characters, so it is no list; please save the list as CSV.`

/**
 * Splits a text into rows of cells, blank rows left out. A line with an unclosed quote is named and
 * costs only itself. Throws Unreadable where the text is far too long, or too wide, for a list.
 */
export function splitCells(text: string, separator: Separator): Cells {
  const bytes = Buffer.from(text)
  refuseLongLines(bytes)
  const found: Cells = { rows: [], broken: [], gaveUpAt: null }
  const reader: Reader = { separator, rows: found.rows, next: 1, clean: cellCleaner() }
  for (let offset = 0; offset < bytes.length; ) {
    const brokenAt = readPart(bytes.subarray(offset), reader)
    if (brokenAt === null) break
    if (found.broken.length === brokenLimit) {
      found.gaveUpAt = reader.next
      break
    }
    found.broken.push({ row: reader.next })
    reader.next += 1
    offset = nextLine(bytes, offset + brokenAt)
  }
  return found
}

type Reader = { separator: Separator; rows: Row[]; next: number; clean: CellCleaner }

/** Reads on to the end, or to a row whose quote is never closed; returns where that row begins. */
function readPart(bytes: Buffer, reader: Reader): number | null {
  let end = 0
  try {
    parse(bytes, {
      delimiter: reader.separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRow,
      on_record: (record: string[], { bytes: position }) => {
        keepRow(record, reader)
        end = position
        return null
      },
    })
    return null
  } catch (error) {
    if (isUnclosedQuote(error)) return end
    throw error
  }
}

function keepRow(record: string[], reader: Reader): void {
  if (hasSwallowedRows(record, reader)) throw new SwallowedRows()
  if (reader.rows.length === mostRows) throw new Unreadable(tooManyRows)
  for (const [i, cell] of record.entries()) record[i] = reader.clean(cell, i)
  if (record.some((cell) => cell !== '')) reader.rows.push({ row: reader.next, cells: record })
  reader.next += 1
}

/** Ends the reading of a part from within; never leaves this file. */
class SwallowedRows extends Error {}

/** A cell that holds whole rows of the file began with a quote that somebody forgot to close. */
function hasSwallowedRows(record: string[], { rows, separator }: Reader): boolean {
  const width = Math.max(rows.at(-1)?.cells.length ?? 0, rows[0]?.cells.length ?? 0)
  return record.some((cell) => {
    if (!cell.includes('\n') && !cell.includes('\r')) return false
    if (cell.startsWith('"')) return true
    const inner = cell.split(/\r\n|\n|\r/).slice(1)
    return inner.some((line) => line.split(separator).length >= Math.max(3, width))
  })
}

function isUnclosedQuote(error: unknown): boolean {
  if (error instanceof SwallowedRows) return true
  if (!(error instanceof Error && 'code' in error)) return false
  return error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
}

function refuseLongLines(bytes: Buffer): void {
  for (let start = 0; start < bytes.length; ) {
    const next = nextLine(bytes, start)
    if (next - start > longestRow) throw new Unreadable(tooLongLine)
    start = next
  }
}

function nextLine(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === 10) return at + 1
    if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1
  }
  return bytes.length
}
