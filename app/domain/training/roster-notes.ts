import { columnsNamed, leftOutSentence } from '../private-columns'
import type { TrainingType } from '../standards/standard-set'
import type { Table } from '../table'
import type { DateOrder } from '../table-dates'
import type { RosterColumn } from './roster-columns'
import type { RosterField } from './roster-fields'
import type { RosterProblem } from './roster-row'

/** What only the person who keeps the list can say; the answer goes back in as `answers[id]`. */
export type RosterQuestion = {
  id: 'sheet' | 'dateOrder' | 'trainingType'
  sentence: string
  choices: { value: string; label: string }[]
}

/** Lines that could not be split into cells. Their text is not quoted: nobody knows what it holds. */
export function problemsOfLines(table: Table<RosterField>): RosterProblem[] {
  const problems = table.broken.map(({ row }) => ({
    row,
    column: '',
    cell: '',
    why: 'A quotation mark opens on this row and never closes, so the row was left out.',
    mend: 'Delete the quotation mark, or add the one that closes it.',
  }))
  if (table.gaveUpAt === null) return problems
  const rest = {
    row: table.gaveUpAt,
    column: '',
    cell: '',
    why: 'Too many rows above are broken, so reading stopped here.',
    mend: 'Mend the rows above, or save the list as CSV again.',
  }
  return [...problems, rest]
}

export const choiceWithoutNames =
  'Your choice left no column with names, so the columns are read as found. Choose the column that holds names and try again.'

/** What was left out of the file and why, in whole sentences. */
export function notesOn(
  table: Table<RosterField>,
  mapping: readonly RosterColumn[],
  ignored: boolean,
) {
  const kept = mapping.filter(({ use }) => use.kind === 'private')
  const headers = kept.map(({ header }) => header)
  const sentence = leftOutSentence(
    kept.flatMap(({ header, use }) => (use.kind === 'private' ? [{ header, what: use.what }] : [])),
  )
  return {
    dropped: { headers, sentence },
    notes: [...(ignored ? [choiceWithoutNames] : []), ...rowNotes(table), ...columnNotes(mapping)],
  }
}

function rowNotes(table: Table<RosterField>): string[] {
  const notes: string[] = []
  if (table.titleRows.length > 0) {
    notes.push(`The column names are on row ${table.headerRow}; what stands above was skipped.`)
  }
  for (const row of table.repeatedHeaders) {
    notes.push(`Row ${row} repeats the column names and was skipped.`)
  }
  if (table.totalsRow !== null) notes.push(`Row ${table.totalsRow} is a total and was skipped.`)
  return notes
}

function columnNotes(mapping: readonly RosterColumn[]): string[] {
  const notes: string[] = []
  if (mapping.some(({ from }) => from === 'remembered')) {
    notes.push('The columns are read as your venue chose at an earlier import of such a list.')
  }
  const unused = mapping.filter(({ header, use }) => use.kind === 'unused' && header !== '')
  if (unused.length > 0) {
    notes.push(`We did not need ${columnsNamed(unused.map(({ header }) => header))}.`)
  }
  if (has(mapping, 'staffNumber')) {
    notes.push('Employee numbers tell people of one name apart while we read, and are not kept.')
  }
  if (!has(mapping, 'position')) {
    notes.push(
      'This file does not say what each person does. Roles on your staff list stay as they are, and new people are listed as “other” until you choose.',
    )
  }
  return notes
}

/** Asks what the file leaves open: the order of month and day, and which training the list is about. */
export function rosterQuestions(
  table: Table<RosterField>,
  mapping: readonly RosterColumn[],
  unsettled: { column: number; example: string } | null,
  rules: {
    types: readonly TrainingType[]
    answers?: { dateOrder?: DateOrder; trainingType?: string }
  },
): RosterQuestion[] {
  const questions: RosterQuestion[] = []
  if (unsettled) {
    const header = table.headers[unsettled.column] ?? ''
    const example = unsettled.example === '' ? '' : ` such as ${unsettled.example}`
    questions.push({
      id: 'dateOrder',
      sentence: `In the column “${header}”, which comes first in a date${example}?`,
      choices: [
        { value: 'month_first', label: 'The month' },
        { value: 'day_first', label: 'The day' },
      ],
    })
  }
  if (has(mapping, 'completedOn') && !has(mapping, 'training') && !rules.answers?.trainingType) {
    questions.push({
      id: 'trainingType',
      sentence: 'Which training is this list about?',
      choices: rules.types.map(({ code, title }) => ({ value: code, label: title })),
    })
  }
  return questions
}

function has(mapping: readonly RosterColumn[], field: RosterField): boolean {
  return mapping.some(({ use }) => use.kind === 'field' && use.field === field)
}
