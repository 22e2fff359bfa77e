import { privateFact, privateFactIn } from '../private-columns'
import type { TrainingType } from '../standards/standard-set'
import type { Table } from '../table'
import { type DateOrder, findDateOrder, readDay } from '../table-dates'
import { plainWords } from '../table-words'
import { isNoDate, isUndated } from './roster-days'
import type { RosterField } from './roster-fields'
import type { trainingTypeFinder } from './roster-types'

/** What became of each column: read as a field, read as a course of its own, private, or not needed. */
export type RosterColumn = {
  column: number
  header: string
  use:
    | { kind: 'field'; field: RosterField }
    | { kind: 'course'; type: TrainingType; part: 'completedOn' | 'printedExpiry' }
    | { kind: 'private'; what: string }
    | { kind: 'unused' }
  /** Who gave it its use: the reader, the venue at an earlier import, or the person now. */
  from: 'found' | 'remembered' | 'chosen'
}

const dateFields: readonly RosterField[] = ['startedOn', 'leftOn', 'completedOn', 'printedExpiry']

/** Gives every column of a staff list its use. */
export function columnUses(
  table: Table<RosterField>,
  findType: ReturnType<typeof trainingTypeFinder>,
): RosterColumn[] {
  const fields = new Map([...table.match.columns].map(([field, column]) => [column, field]))
  return table.headers.map((header, column) => {
    return { column, header, use: useOf(header, column), from: 'found' }
  })

  function useOf(header: string, column: number): RosterColumn['use'] {
    const field = fields.get(column)
    if (field) return { kind: 'field', field }
    const type = isCourseHeader(header) ? findType(header) : undefined
    const what = privateFact(header)
    if (type && holdsDates(table, column) && !(what && isEmpty(table, column))) {
      const part = isExpiryHeader(header) ? 'printedExpiry' : 'completedOn'
      return { kind: 'course', type, part }
    }
    const held = what ?? privateFactIn(cellsOf(table, column))
    return held ? { kind: 'private', what: held } : { kind: 'unused' }
  }
}

/** The columns whose cells go before anything is kept. What is only not needed stays until the import: it can be chosen. */
export function columnsLeftOut(mapping: readonly RosterColumn[]): Set<number> {
  return new Set(mapping.filter(({ use }) => use.kind === 'private').map(({ column }) => column))
}

/**
 * The order of month and day in each date column, and the first column that nothing settles. One
 * person keeps a list in one order, so a settled column speaks for those that read both ways.
 */
export function dateOrders(
  table: Table<RosterField>,
  columns: readonly RosterColumn[],
  told: DateOrder | undefined,
): { orders: Map<number, DateOrder>; unsettled: { column: number; example: string } | null } {
  const found = new Map(
    columns.filter(isDateColumn).map(({ column }) => {
      return [column, findDateOrder(new Set(cellsOf(table, column)))] as const
    }),
  )
  const settled = new Set(
    [...found.values()].filter((o) => o === 'month_first' || o === 'day_first'),
  )
  const [only] = settled.size === 1 ? settled : []
  const orders = new Map<number, DateOrder>()
  let unsettled: { column: number; example: string } | null = null
  for (const [column, order] of found) {
    const own = order === 'month_first' || order === 'day_first' ? order : undefined
    orders.set(column, own ?? told ?? (only as DateOrder | undefined) ?? 'month_first')
    const isOpen = order === 'mixed' || (order === 'ambiguous' && !only)
    if (isOpen && !told) unsettled ??= { column, example: twoWayDate(table, column) }
  }
  return { orders, unsettled }
}

function isDateColumn({ use }: RosterColumn): boolean {
  return use.kind === 'course' || (use.kind === 'field' && dateFields.includes(use.field))
}

function twoWayDate(table: Table<RosterField>, column: number): string {
  return cellsOf(table, column).find((cell) => findDateOrder([cell]) === 'ambiguous') ?? ''
}

function isCourseHeader(header: string): boolean {
  return (
    header !== '' &&
    !/#|\b(number|score|provider|instructor|cost|hours|numero|costo|horas)\b/i.test(header)
  )
}

function isExpiryHeader(header: string): boolean {
  return /\b(exp|expir\w*|valid|due|vence|vencimiento|caduca|caducidad|vigencia|vigente|valido|valida|hasta)\b/.test(
    plainWords(header),
  )
}

function isEmpty(table: Table<RosterField>, column: number): boolean {
  return cellsOf(table, column).every((cell) => cell === '')
}

/** At least half of what is filled in reads as a date or as yes; "cash tips" is no course. */
function holdsDates(table: Table<RosterField>, column: number): boolean {
  const filled = cellsOf(table, column).filter((cell) => !isNoDate(cell))
  const dated = filled.filter((cell) => isUndated(cell) || isDated(cell)).length
  return dated * 2 >= filled.length
}

function isDated(cell: string): boolean {
  return 'day' in readDay(cell, 'month_first') || 'day' in readDay(cell, 'day_first')
}

function cellsOf(table: Table<RosterField>, column: number): string[] {
  return table.rows.map((row) => row.cells[column] ?? '')
}
