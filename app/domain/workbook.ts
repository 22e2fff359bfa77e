import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import readSheets, { type CellValue } from 'read-excel-file/universal'
import type { Grid } from './table'
import { Unreadable } from './table-bytes'
import { longestRow, mostRows, type Row, tooManyRows } from './table-cells'
import { cleanCell } from './table-clean'

export type NamedGrid = { name: string; grid: Grid }

/** What a workbook may unpack to: 200,000 rows of ten columns, about. */
const mostUnpacked = 96_000_000
const mostParts = 2_000
const mostCells = 3_000_000

/** The parts that cells are read from; pictures, macros and the rest stay packed. */
const neededParts =
  /^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/worksheets\/[^/]+\.xml$|\.rels$/i

/** Whether the bytes begin as a ZIP file does, which is what a workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04'
}

/**
 * Reads the sheets of an Excel workbook by what is in it, whatever its name. Its sizes are judged
 * before anything is unpacked. Throws Unreadable for every other kind of ZIP file.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<NamedGrid[]> {
  const parts = unpacked(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (/worksheets\//i.test(name)) refuseHugeSheet(part)
  }
  // Packed again without compressing, so that nobody unpacks more than was judged.
  const plain = zipSync(parts, { level: 0 })
  const sheets = await readSheets(plain.slice().buffer).catch(() => {
    throw new Unreadable(damaged)
  })
  return sheets.map(({ sheet, data }) => ({ name: sheet, grid: gridOf(data) }))
}

function unpacked(bytes: Uint8Array): Unzipped {
  const names = new Set<string>()
  let size = 0
  const listed = attempt(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name)
        if (neededParts.test(name)) size += originalSize
        return false
      },
    }),
  )
  if (!listed) throw new Unreadable(damaged)
  refuseOtherKinds(names)
  if (size > mostUnpacked || names.size > mostParts) throw new Unreadable(tooMuch)
  const parts = attempt(() => unzipSync(bytes, { filter: ({ name }) => neededParts.test(name) }))
  if (!parts) throw new Unreadable(damaged)
  return parts
}

function refuseOtherKinds(names: ReadonlySet<string>): void {
  if (names.has('xl/workbook.xml')) return
  const kind = otherKinds.find(([pattern]) => [...names].some((name) => pattern.test(name)))
  throw new Unreadable(
    kind?.[1] ?? 'This is a ZIP file; please unpack it and send the list inside.',
  )
}

/**
 * One cell far out would make a row of thousands, and a row far down a million of them. Only cells
 * that hold something count: a whole sheet can have a colour.
 */
function refuseHugeSheet(part: Uint8Array): void {
  const xml = strFromU8(part, true)
  let [lastRow, lastColumn] = [0, 0]
  for (const [, letters = '', digits] of xml.matchAll(
    /<(?:\w+:)?c [^>]*?\br="([A-Z]+)(\d+)"[^>]*(?<!\/)>/g,
  )) {
    lastRow = Math.max(lastRow, Number(digits))
    lastColumn = Math.max(lastColumn, columnOf(letters))
  }
  for (const [, digits] of xml.matchAll(/<(?:\w+:)?row [^>]*?\br="(\d+)"/g)) {
    if (Number(digits) > 1_048_576) throw new Unreadable(damaged)
  }
  if (lastRow > mostRows) throw new Unreadable(tooManyRows)
  if (lastRow * lastColumn > mostCells) throw new Unreadable(tooMuch)
}

/** "A" is 1, "AA" is 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function gridOf(data: readonly (readonly (CellValue | null)[])[]): Grid {
  const rows: Row[] = []
  data.forEach((values, i) => {
    const cells = values.map(textOf)
    if (cells.some((cell) => cell !== '')) rows.push({ row: i + 1, cells })
  })
  return { encoding: 'workbook', separator: ',', rows, broken: [], gaveUpAt: null }
}

/** A date comes as a date, whatever the sheet shows; a ticked box says yes. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return cleanCell(String(value).slice(0, longestRow).replace(/\f/g, ' '))
}

function attempt<Result>(run: () => Result): Result | null {
  try {
    return run()
  } catch {
    return null
  }
}

const saveAs = 'please save it as an Excel workbook (.xlsx) or as CSV and send that'

const otherKinds: readonly (readonly [part: RegExp, sentence: string])[] = [
  [/^xl\/workbook\.bin$/i, `This is a binary Excel workbook (.xlsb); ${saveAs}.`],
  [/\.iwa$|^Index\.zip$|^index\.apxl/i, `This looks like an Apple Numbers file; ${saveAs}.`],
  [
    /^word\//i,
    `This looks like a Word document; please copy the list into a spreadsheet, or paste it.`,
  ],
  [/^content\.xml$/i, `This looks like an OpenDocument file (.ods); ${saveAs}.`],
]
const damaged =
  'This workbook cannot be read; please open it in your spreadsheet program, save it again as .xlsx or CSV, and send that.'
const tooMuch =
  'This workbook is too large for a staff list; please copy the list alone into a new one, or save it as CSV.'
