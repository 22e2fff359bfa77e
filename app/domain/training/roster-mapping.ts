import { createHash } from 'node:crypto'
import type { TrainingType } from '../standards/standard-set'
import { plainWords } from '../table-words'
import type { RosterColumn } from './roster-columns'
import { type RosterField, rosterFields } from './roster-fields'

/**
 * What a person chose for the columns of a list, in their order: a field, "done:fake-id" or
 * "ends:fake-id" for a training, "none" to leave the column out; '' where nothing was chosen.
 */
export type ChosenUses = readonly string[]

/** Two lists with the same column names in the same order have the same signature. */
export function signatureOf(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(plainWords)))
    .digest('hex')
}

/** The word for a column's use; null for a private one, which nobody can choose. */
export function wordOfUse({ use }: Pick<RosterColumn, 'use'>): string | null {
  if (use.kind === 'private') return null
  if (use.kind === 'field') return use.field
  if (use.kind === 'unused') return 'none'
  return `${use.part === 'completedOn' ? 'done' : 'ends'}:${use.type.code}`
}

/** What a word stands for; undefined for a word that is none. */
export function useOfWord(
  word: string,
  types: readonly TrainingType[],
): RosterColumn['use'] | undefined {
  if (word === 'none') return { kind: 'unused' }
  if (Object.hasOwn(rosterFields, word)) return { kind: 'field', field: word as RosterField }
  const [, part, code] = /^(done|ends):(.+)$/.exec(word) ?? []
  const type = types.find((known) => known.code === code)
  if (!type) return undefined
  return { kind: 'course', type, part: part === 'done' ? 'completedOn' : 'printedExpiry' }
}

/**
 * The columns as somebody chose them. A private column stays private, whatever was chosen; a field
 * that was chosen elsewhere is read there alone. Null for a choice that leaves no column with names.
 */
export function withChosenUses(
  found: readonly RosterColumn[],
  uses: ChosenUses,
  from: 'remembered' | 'chosen',
  types: readonly TrainingType[],
): RosterColumn[] | null {
  const taken = new Set<string>()
  const chosen = found.map((column, i): RosterColumn | null => {
    const word = uses[i] ?? ''
    const use = useOfWord(word, types)
    if (!use || column.use.kind === 'private' || word === wordOfUse(column)) return null
    if (word !== 'none' && taken.has(word)) return { ...column, use: { kind: 'unused' }, from }
    taken.add(word)
    return { ...column, use, from }
  })
  const columns = found.map((column, i): RosterColumn => {
    const isElsewhere = taken.has(wordOfUse(column) ?? '') && column.use.kind !== 'unused'
    return chosen[i] ?? (isElsewhere ? { ...column, use: { kind: 'unused' }, from } : column)
  })
  return hasNames(columns) ? columns : null
}

export function hasNames(columns: readonly RosterColumn[]): boolean {
  return columns.some(
    ({ use }) => use.kind === 'field' && ['firstName', 'lastName', 'fullName'].includes(use.field),
  )
}
