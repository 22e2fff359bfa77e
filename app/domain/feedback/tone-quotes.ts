import { tokensOf } from './tone-words'

/** Where a text quotes the venue's own policies, so that its words are theirs: quotations in curly or straight marks, within a paragraph, and web addresses. */
export function quotations(text: string, own: string[] | undefined): [number, number][] {
  const passages = own?.map(squeezed)
  return Array.from(text.matchAll(/“[^“”\n]*”|"[^"\n]*"|https?:\/\/\S+/g))
    .filter(([quoted]) => {
      if (!passages || quoted.startsWith('http')) return true
      const words = squeezed(quoted.slice(1, -1))
      return passages.some((passage) => words !== '' && passage.includes(words))
    })
    .map((match) => [match.index, match.index + match[0].length])
}

function squeezed(text: string): string {
  return tokensOf(text)
    .map((token) => token.word)
    .join(' ')
}
