import { type DateOrder, type ReadDay, readDay } from '../table-dates'
import { names, plainWords } from '../table-words'

/** Words that a cell of a course column holds where nothing was completed. */
const noDate = new Set([
  '',
  ...names(
    'n a, na, no, none, never, pending, scheduled, tbd, ninguno, nunca, pendiente, no aplica',
  ),
])
/** Words that say that a course was completed, but not when. */
const undated = new Set(
  names(
    'y, yes, x, done, ok, completed, complete, si, hecho, listo, completo, terminado, aprobado',
  ),
)

export function isNoDate(cell: string): boolean {
  if (cell === '') return true
  return (
    !hasDigit.test(cell) &&
    cell.length < 12 &&
    noDate.has(plainWords(cell)) &&
    !undatedMarks.test(cell)
  )
}

export function isUndated(cell: string): boolean {
  if (hasDigit.test(cell)) return false
  return (cell.length < 12 && undated.has(plainWords(cell))) || undatedMarks.test(cell)
}
/** None of these words has one, and nearly every cell of a date has. */
const hasDigit = /\d/
const undatedMarks = /^[✓✔☑√]+$/u

/** Reads the dates of each column in its order, and each text once: a list repeats its dates. */
export function dayReader(
  orders: ReadonlyMap<number, DateOrder>,
): (cell: string, column: number) => ReadDay {
  const known = { month_first: new Map<string, ReadDay>(), day_first: new Map<string, ReadDay>() }
  return (cell, column) => {
    const order = orders.get(column) ?? 'month_first'
    const read = known[order].get(cell) ?? readDay(cell, order)
    known[order].set(cell, read)
    return read
  }
}
