import type { Day } from '../dates'
import type { Row } from '../table-cells'
import type { ReadDay } from '../table-dates'
import type { RosterColumn } from './roster-columns'
import { isNoDate, isUndated } from './roster-days'
import type { RosterField } from './roster-fields'

export type RosterProblem = {
  row: number
  /** The column's name as the file has it; '' when the whole row is meant. */
  column: string
  cell: string
  why: string
  mend: string
}

export type WhyAndMend = { why: string; mend: string }

const longestCell = 80

/** One row of a staff list, read by field; what is wrong with a cell goes to the list of problems. */
export class RowReader {
  constructor(
    private readonly source: Row,
    private readonly columns: ReadonlyMap<RosterField, RosterColumn>,
    private readonly readDay: (cell: string, column: number) => ReadDay,
    private readonly problems: RosterProblem[],
  ) {}

  get number(): number {
    return this.source.row
  }

  has(field: RosterField): boolean {
    return this.columns.has(field)
  }

  cell(field: RosterField): string {
    const column = this.columns.get(field)
    return column ? this.at(column) : ''
  }

  at({ column }: RosterColumn): string {
    return this.source.cells[column] ?? ''
  }

  /** The date in a field's cell; null where it is blank, or cannot be read and was named as a problem. */
  day(field: RosterField): Day | null {
    const column = this.columns.get(field)
    return column ? this.dayAt(column) : null
  }

  dayAt(column: RosterColumn): Day | null {
    const cell = this.at(column)
    if (isNoDate(cell)) return null
    const read = this.readDay(cell, column.column)
    if ('day' in read) return read.day
    const mend = 'Write the date with its year, such as 2026-03-05.'
    const why = isUndated(cell) ? `This says “${cell}”, but not when.` : read.why
    this.problemAt(column.header, cell, { why, mend })
    return null
  }

  problem(field: RosterField, said: WhyAndMend): void {
    this.problemAt(this.columns.get(field)?.header ?? '', this.cell(field), said)
  }

  problemAt(column: string, cell: string, said: WhyAndMend): void {
    this.problems.push({ row: this.source.row, column, cell: fitToShow(cell), ...said })
  }
}

/** A cell as a problem may quote it: short, and without a number that could be a social security number. */
export function fitToShow(cell: string): string {
  const masked = cell.replace(/\b\d{3}-?\d{2}-?\d{4}\b/g, '•••-••-••••').replace(/\s+/g, ' ')
  return masked.length > longestCell ? `${masked.slice(0, longestCell - 1)}…` : masked
}
