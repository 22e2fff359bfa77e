export type CellCleaner = (cell: string, column: number) => string

/** In a column with no more different texts than this each is cleaned, and kept in memory, once. */
const fewTexts = 2_000
const fewColumns = 100

/** Cleans the cells of one file. */
export function cellCleaner(): CellCleaner {
  const known: Map<string, string>[] = []
  return (cell, column) => {
    if (column >= fewColumns) return cleanCell(cell)
    known[column] ??= new Map()
    const texts = known[column]
    if (texts.size >= fewTexts) return cleanCell(cell)
    const clean = texts.get(cell) ?? cleanCell(cell)
    texts.set(cell, clean)
    return clean
  }
}

/** Outer blanks and stray quotes go; letters are brought to one form, so that equal names are equal. */
export function cleanCell(cell: string): string {
  const bare = cell.trim()
  const unquoted = /^"[^"]*"$/.test(bare) ? bare.slice(1, -1).trim() : bare
  return unquoted.normalize('NFC')
}
