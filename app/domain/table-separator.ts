const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** The separator that most lines agree on, the commas inside quotes not counted. */
export function findSeparator(text: string): Separator {
  const named = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1]
  const told = separators.find((separator) => separator === named)
  if (told) return told
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 60)
  let best: Separator = ','
  let bestScore = 0
  for (const separator of separators) {
    const score = agreement(lines.map((line) => line.split(separator).length - 1))
    if (score > bestScore) [best, bestScore] = [separator, score]
  }
  return best
}

/** The most frequent count of separators, weighed by how many of the lines have it. */
function agreement(counts: number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  return Math.max(0, ...[...tally].map(([count, lines]) => (lines / counts.length) * (count + 1)))
}
