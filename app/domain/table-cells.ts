import { parse } from 'csv-parse/sync'

/**
 * A row as a spreadsheet numbers it: from 1, title rows and blank rows included, and a row whose
 * cell holds several lines counted once.
 */
export type Row = { row: number; cells: string[] }

/** A line whose opening quote is never closed; it was left out, and reading went on below it. */
export type BrokenLine = { row: number; text: string }

export type Cells = { rows: Row[]; broken: BrokenLine[]; gaveUpAt: number | null }

/** After so many broken lines the file is not a list with a slip in it, but something else. */
const brokenLimit = 10

const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** The separator that most lines agree on, the commas inside quotes not counted. */
export function findSeparator(text: string): Separator {
  const named = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1]
  const told = separators.find((separator) => separator === named)
  if (told) return told
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 60)
  let best: Separator = ','
  let bestScore = 0
  for (const separator of separators) {
    const score = agreement(lines.map((line) => line.split(separator).length - 1))
    if (score > bestScore) [best, bestScore] = [separator, score]
  }
  return best
}

/** Splits a text into rows of cells. A line with an unclosed quote is named and costs only itself. */
export function splitCells(text: string, separator: Separator): Cells {
  const bytes = Buffer.from(text)
  const found: Cells = { rows: [], broken: [], gaveUpAt: null }
  let row = 1
  for (let offset = 0; offset < bytes.length; ) {
    const part = parsePart(bytes.subarray(offset), separator)
    for (const record of part.records) {
      found.rows.push({ row, cells: record.map(cleanCell) })
      row += 1
    }
    if (part.brokenAt === null) break
    const line = firstLine(bytes, offset + part.brokenAt)
    if (found.broken.length === brokenLimit) {
      found.gaveUpAt = row
      break
    }
    found.broken.push({ row, text: line.text })
    row += 1
    offset = line.next
  }
  return found
}

type Part = { records: string[][]; brokenAt: number | null }

function parsePart(bytes: Buffer, separator: Separator): Part {
  const records: string[][] = []
  let end = 0
  let brokenAt: number | null = null
  try {
    parse(bytes, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[], { bytes: position }) => {
        if (brokenAt === null && hasSwallowedRows(record, separator, records)) brokenAt = end
        if (brokenAt === null) records.push(record)
        end = position
        return null
      },
    })
  } catch (error) {
    if (!isUnclosedQuote(error)) throw error
    brokenAt ??= end
  }
  return { records, brokenAt }
}

/** A cell that holds whole rows of the file began with a quote that somebody forgot to close. */
function hasSwallowedRows(record: string[], separator: Separator, before: string[][]): boolean {
  const width = Math.max(before.at(-1)?.length ?? 0, before[0]?.length ?? 0)
  return record.some((cell) => {
    if (!/[\r\n]/.test(cell)) return false
    if (cell.startsWith('"')) return true
    const inner = cell.split(/\r\n|\n|\r/).slice(1)
    return inner.some((line) => line.split(separator).length >= Math.max(3, width))
  })
}

function isUnclosedQuote(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED'
}

function firstLine(bytes: Buffer, start: number): { text: string; next: number } {
  const found = [bytes.indexOf(10, start), bytes.indexOf(13, start)].filter((at) => at >= 0)
  if (found.length === 0) return { text: bytes.toString('utf8', start), next: bytes.length }
  const end = Math.min(...found)
  const isPair = bytes[end] === 13 && bytes[end + 1] === 10
  return { text: bytes.toString('utf8', start, end), next: end + (isPair ? 2 : 1) }
}

/** Outer blanks and stray quotes go; letters are brought to one form, so that equal names are equal. */
function cleanCell(cell: string): string {
  const bare = cell.trim()
  const unquoted = /^"[^"]*"$/.test(bare) ? bare.slice(1, -1).trim() : bare
  return unquoted.normalize('NFC')
}

/** The most frequent count of separators, weighed by how many of the lines have it. */
function agreement(counts: number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  return Math.max(0, ...[...tally].map(([count, lines]) => (lines / counts.length) * (count + 1)))
}
