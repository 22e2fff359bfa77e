import type { RosterReading } from './read-roster'
import type { RosterField } from './roster-fields'

const nameFields: readonly RosterField[] = ['fullName', 'firstName', 'lastName']
const recordFields: readonly RosterField[] = ['training', 'completedOn', 'printedExpiry']

/**
 * How many people and trainings of a file could not be read at all: rows that name nobody or are
 * broken, and trainings whose name or dates are unusable. Smaller slips cost neither.
 */
export function refusedIn({ problems, mapping }: RosterReading): {
  people: number
  records: number
} {
  const people = new Set<number>()
  const records = new Set<string>()
  for (const { row, column } of problems) {
    const use = mapping.find(({ header }) => header === column)?.use
    if (column === '' || (use?.kind === 'field' && nameFields.includes(use.field))) people.add(row)
    else if (use?.kind === 'course') records.add(`${row} ${use.type.code}`)
    else if (use?.kind === 'field' && recordFields.includes(use.field)) records.add(`${row}`)
  }
  return { people: people.size, records: records.size }
}
