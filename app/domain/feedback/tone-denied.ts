import { isJoined, type Token } from './tone-words'

/** "Nothing is missing" and "no card is overdue" say the opposite of the word. */
export function isDenied(text: string, tokens: Token[], first: number): boolean {
  if (tokens[first - 1]?.word.endsWith("n't")) return true
  const reach = /^(?:is|are|was|were)$/.test(tokens[first - 1]?.word ?? '') ? 3 : 2
  for (let at = first - 1; at >= first - reach && at >= 0 && isJoined(text, tokens, at); at -= 1) {
    if (denials.has(tokens[at]?.word ?? '')) return true
  }
  return false
}

/** "None of the cards has expired": the subject of the clause denies what the rest of it says. */
export function isDeniedBySubject(clause: string[]): boolean {
  if (clause.some((word) => joiners.has(word))) return false
  const said = clause.join(' ')
  if (/^(?:none|nothing|nobody|neither|no one)\b/.test(said)) return true
  return (
    said.startsWith('no ') &&
    /\b(?:is|are|was|were|has|have|had)(?: (?:ever|yet|really|quite))?$/.test(said)
  )
}

const denials = new Set(['not', 'no', 'never', 'nothing', 'nobody', 'without', 'neither', 'none'])
const joiners = new Set('because so but since until while when if which'.split(' '))
