import { papers, team } from './tone-classes'
import type { Place } from './tone-match'
import { outsiders } from './tone-told'
import { clauseBefore, isJoined, type Token } from './tone-words'

/**
 * Whether a word that judges is about something the venue shared or about its team. "Weak" is a verdict
 * on a plan and plain fact about a lamp: so its subject decides, or the noun that it stands before.
 */
export function isOfTheirs({ first, last }: Place, text: string, tokens: Token[]): boolean {
  const clause = clauseBefore(text, tokens, first)
  const before = clause.at(-1) ?? ''
  if (before === 'your') return true
  if (clause.some((word) => outsiders.has(word))) return false
  const said = clause.join(' ')
  const subject = clause.length === 0 || aboutThem.test(said) || clause.some(isTheirs)
  const nouns = nounsAfter(text, tokens, last)
  if (isPredicate(clause, tokens[first]?.word ?? '', tokens[last]?.word ?? '')) {
    return subject || (!copula.test(before) && nouns.some(isTheirs))
  }
  return nouns.length > 0 ? nouns.some(isTheirs) : subject
}

function isPredicate(clause: string[], first: string, last: string): boolean {
  if (copula.test(first)) return true
  if (!last.endsWith('ing') && clause.slice(-2).some((word) => copula.test(word))) return true
  return /(?:ed|s)$/.test(last) && !determiners.test(clause.at(-1) ?? '')
}

function isTheirs(word: string): boolean {
  return papers.has(word) || team.has(word)
}

/** The next three words, as far as they can belong to one noun. */
function nounsAfter(text: string, tokens: Token[], last: number): string[] {
  const found: string[] = []
  for (let at = last + 1; at <= last + 3 && at < tokens.length; at += 1) {
    const word = tokens[at]?.word ?? ''
    if (!isJoined(text, tokens, at - 1) || ends.test(word)) break
    found.push(word)
  }
  return found
}

/** "Your…", "that…" and "you are" speak of the venue; so does a clause with one of its papers in it. */
const aboutThem =
  /^(?:(?:and|so|but|also|because) )?(?:yours?|this|that|it|these|those|they|there|which)\b|\byou(?:'re| are| were| have)?$/
const copula = /^(?:is|are|was|were|be|been|has|have|had|seems?|looks?|remains?)$/
const determiners = /^(?:an?|the|your|this|that|any|some|no|every|each|our)$/
const ends =
  /^(?:of|in|on|at|about|for|with|from|by|and|or|but|so|because|that|which|who|when|is|are|was|were|has|have)$/
