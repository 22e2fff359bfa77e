import type { Table } from '../table'
import type { LicenseField } from './read-license-fields'
import type { LicenseProblem } from './read-license-list'

/** Rows of a file that could not be told apart, and where reading stopped because of them. */
export function problemsOfTable(table: Table<LicenseField>): LicenseProblem[] {
  const problems = table.broken.map(({ row }) => ({
    row,
    column: '',
    why: 'A quotation mark opens on this row and never closes, so the row was left out.',
  }))
  if (table.gaveUpAt === null) return problems
  const why = 'Too many rows above are broken, so reading stopped here.'
  return [...problems, { row: table.gaveUpAt, column: '', why }]
}
