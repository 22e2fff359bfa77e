import type { Table } from './table'

/** A table whose cells of these columns are empty; a row that held nothing else is left out. */
export function leaveOut<Field extends string>(
  table: Table<Field>,
  columns: ReadonlySet<number>,
): Table<Field> {
  const width = table.headers.length
  if (columns.size === 0 && !table.rows.some(({ cells }) => cells.length > width)) return table
  const rows = table.rows.flatMap(({ row, cells }) => {
    const left = cells.slice(0, width).map((cell, column) => (columns.has(column) ? '' : cell))
    return left.some((cell) => cell !== '') ? [{ row, cells: left }] : []
  })
  return { ...table, rows }
}

/**
 * A table written down again, so that a copy can be kept without the columns that were left out. Read
 * once more it says the same on the same rows: titles, totals and lines that could not be read keep
 * their place, and not their words.
 */
export function copyOf<Field extends string>(table: Table<Field>): Uint8Array {
  const { separator, headers, totalsRow, gaveUpAt } = table
  const named = lineOf(headers, separator)
  const lines = new Map<number, string>([[table.headerRow, named]])
  for (const row of table.repeatedHeaders) lines.set(row, named)
  for (const row of table.titleRows) lines.set(row, `-${separator.repeat(headers.length - 1)}`)
  for (const { row, cells } of table.rows) {
    lines.set(
      row,
      lineOf(
        headers.map((_, column) => cells[column] ?? ''),
        separator,
      ),
    )
  }
  if (totalsRow !== null) lines.set(totalsRow, 'Total')
  for (const { row } of table.broken) lines.set(row, brokenLine(separator))
  if (gaveUpAt !== null) lines.set(gaveUpAt, brokenLine(separator))
  const last = [...lines.keys()].reduce((most, row) => Math.max(most, row), 0)
  const all = Array.from({ length: last }, (_, i) => lines.get(i + 1) ?? '')
  return Buffer.from(`${all.join('\r\n')}\r\n`)
}

/**
 * A quotation that never closes, as the line that stood here. It holds two marks, so that those below
 * pair as they did for whoever looks for the separator.
 */
function brokenLine(separator: string): string {
  return `-"${separator}"`
}

function lineOf(cells: readonly string[], separator: string): string {
  return cells
    .map((cell) => (/[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(separator)
}

/** Parts the sheets in a copy of a workbook; no cell and no name of a sheet holds it. */
const pageBreak = '\f'

/** The copies of a workbook's sheets as one file, each below its name. */
export function copyOfSheets(sheets: readonly { name: string; copy: Uint8Array }[]): Uint8Array {
  const pages = sheets.map(({ name, copy }) => {
    const title = name.replace(/[\f\r\n]/g, ' ')
    return `${pageBreak}${title}\n${Buffer.from(copy).toString()}`
  })
  return Buffer.from(pages.join(''))
}

/** The sheets of such a copy; null for every other file. */
export function sheetsOfCopy(bytes: Uint8Array): { name: string; copy: Uint8Array }[] | null {
  if (bytes[0] !== pageBreak.charCodeAt(0)) return null
  const pages = Buffer.from(bytes).toString().split(pageBreak).slice(1)
  return pages.map((page) => {
    const [name = ''] = page.split('\n', 1)
    return { name, copy: Buffer.from(page.slice(name.length + 1)) }
  })
}
