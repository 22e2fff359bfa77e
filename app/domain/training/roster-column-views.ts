import { columnUseNames } from '~/words/en/training'
import type { TrainingType } from '../standards/standard-set'
import type { RosterReading } from './read-roster'
import { wordOfUse } from './roster-mapping'

/** More columns than a person looks through; what lies beyond is read as found. */
const shown = 60

/** Each column of a file with what it was read as, and what it may be read as instead. */
export function columnViews({ mapping, examples }: RosterReading, types: readonly TrainingType[]) {
  const choices = [
    ...Object.entries(columnUseNames).map(([value, label]) => ({ value, label })),
    ...types.flatMap(({ code, title }) => [
      { value: `done:${code}`, label: `${title}: completed on` },
      { value: `ends:${code}`, label: `${title}: valid until` },
    ]),
  ]
  const columns = mapping.slice(0, shown).map((column, i) => ({
    header: column.header || `Column ${i + 1}`,
    example: examples[i] ?? '',
    value: wordOfUse(column),
    what: column.use.kind === 'private' ? column.use.what : null,
  }))
  return { columns, choices, open: mapping.some(({ from }) => from !== 'found') }
}
