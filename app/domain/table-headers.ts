import { plainWords } from './table-words'

/** Which column of a file holds which field, and the columns that no field claims. */
export type HeaderMatch<Field extends string> = {
  columns: Map<Field, number>
  /** Columns that no field knows, by index. */
  unknown: number[]
  /** Columns whose field another column to the left already holds, by index. */
  doubled: number[]
}

/**
 * Matches column names with fields by their synonyms; case, accents, marks and "firstName" spelling
 * do not matter. The leftmost column of a field wins.
 */
export function matchHeaders<Field extends string>(
  headers: readonly string[],
  fields: Readonly<Record<Field, readonly string[]>>,
): HeaderMatch<Field> {
  const known = new Map<string, Field>()
  for (const field of Object.keys(fields) as Field[]) {
    for (const synonym of fields[field]) known.set(plainWords(synonym), field)
  }
  const match: HeaderMatch<Field> = { columns: new Map(), unknown: [], doubled: [] }
  headers.forEach((header, column) => {
    const field = known.get(plainWords(header)) ?? known.get(plainWords(apart(header)))
    if (!field) match.unknown.push(column)
    else if (match.columns.has(field)) match.doubled.push(column)
    else match.columns.set(field, column)
  })
  return match
}

/** "certificateNo" as "certificate No". */
function apart(header: string): string {
  return header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
}
