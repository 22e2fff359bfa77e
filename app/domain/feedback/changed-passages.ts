import { type Inline, parseMarkdown } from '~/words/markdown'

/**
 * Which passages of a text were not in it before: "0" for the first block, "2.1" for the second item
 * of the list in the third. How a passage is emphasized does not count; every word does.
 */
export function changedPassages(before: string, after: string): string[] {
  const known = new Set(passagesOf(before).map(({ words }) => words))
  return passagesOf(after).flatMap(({ place, words }) => (known.has(words) ? [] : place))
}

function passagesOf(text: string): { place: string; words: string }[] {
  return parseMarkdown(text).flatMap((block, index) =>
    block.kind === 'list'
      ? block.items.map((item, at) => ({ place: `${index}.${at}`, words: wordsOf(item) }))
      : [{ place: `${index}`, words: wordsOf(block.inside) }],
  )
}

function wordsOf(inside: readonly Inline[]): string {
  const words = inside.map((piece) => {
    if (piece.kind === 'text') return piece.text
    return piece.kind === 'break' ? ' ' : wordsOf(piece.inside)
  })
  return words.join('').replace(/\s+/g, ' ').trim()
}
