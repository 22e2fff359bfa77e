import type { LexiconEntry } from '../standards/standard-set'
import { formsOf, sentenceAround, shortForms, type Token, tokensOf } from './tone-words'

type Phrase = { words: Set<string>[]; imperative: boolean }
type Avoided = Phrase & { entry: LexiconEntry; except: Phrase[]; contrast: boolean }

/** A lexicon made ready for reading along: its phrases by each form of their first word. */
export type ToneIndex = Map<string, Avoided[]>

/** Words of the lexicon found in a text, as the places of their first and last word. */
export type Found = { entry: LexiconEntry; first: number; last: number; contrast: boolean }

const indexes = new WeakMap<readonly LexiconEntry[], ToneIndex>()

/** The index of a lexicon, made once for each lexicon. */
export function indexOf(lexicon: readonly LexiconEntry[]): ToneIndex {
  const known = indexes.get(lexicon)
  if (known) return known
  const index: ToneIndex = new Map()
  for (const entry of lexicon) {
    const except = (entry.except ?? []).flatMap(shortForms).map(phraseOf)
    const contrast = entry.avoid.includes('but')
    for (const words of entry.avoid.flatMap(shortForms)) {
      const avoided = { ...phraseOf(words), entry, except, contrast }
      for (const form of avoided.words[0] ?? []) {
        index.set(form, [...(index.get(form) ?? []), avoided])
      }
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  indexes.set(lexicon, index)
  return index
}

/** What the lexicon finds in a text, longest phrase first, never overlapping. */
export function findIn(index: ToneIndex, text: string, tokens: Token[]): Found[] {
  const found: Found[] = []
  for (let first = 0; first < tokens.length; first += 1) {
    for (const avoided of index.get(tokens[first]?.word ?? '') ?? []) {
      const last = endOf(avoided, text, tokens, first)
      if (last === null || isMeantOtherwise(avoided, text, tokens, first, last)) continue
      found.push({ entry: avoided.entry, first, last, contrast: avoided.contrast })
      first = last
      break
    }
  }
  return found
}

/** The place of the last word, when the phrase begins at the first. "You also really must" is "you must" too. */
function endOf(phrase: Phrase, text: string, tokens: Token[], first: number): number | null {
  let at = first
  for (const [place, forms] of phrase.words.entries()) {
    if (place > 0) at += 1
    for (let skips = 0; place > 0 && skips < 2 && isFiller(tokens[at], forms); skips += 1) at += 1
    if (!forms.has(tokens[at]?.word ?? '')) return null
  }
  for (let here = first; here < at; here += 1) if (!joined(text, tokens, here)) return null
  return at
}

function isFiller(token: Token | undefined, forms: Set<string>): boolean {
  return token !== undefined && !forms.has(token.word) && fillers.has(token.word)
}

/** Whether nothing but space stands between a word and the next one. */
function joined(text: string, tokens: Token[], place: number): boolean {
  return joins.test(text.slice(tokens[place]?.end, tokens[place + 1]?.start))
}

function isMeantOtherwise(
  avoided: Avoided,
  text: string,
  tokens: Token[],
  first: number,
  last: number,
): boolean {
  if (avoided.imperative && !opensClause(text, tokens, first)) return true
  const grades = avoided.entry.kind === 'judgement' || avoided.entry.kind === 'warning'
  if (grades && isDenied(text, tokens, first)) return true
  return avoided.except.some((phrase) => {
    for (let at = Math.max(0, last - phrase.words.length); at <= first; at += 1) {
      const end = endOf({ ...phrase, imperative: false }, text, tokens, at)
      if (end !== null && end >= last) return true
    }
    return false
  })
}

/** "Nothing is missing" and "no card is overdue" say the opposite of the word. */
function isDenied(text: string, tokens: Token[], first: number): boolean {
  if (tokens[first - 1]?.word.endsWith("n't")) return true
  const reach = /^(?:is|are|was|were)$/.test(tokens[first - 1]?.word ?? '') ? 3 : 2
  for (let at = first - 1; at >= first - reach && at >= 0 && joined(text, tokens, at); at -= 1) {
    if (denials.has(tokens[at]?.word ?? '')) return true
  }
  return false
}

/** "Make sure" orders at the start of a clause; in "You make sure", it tells. */
function opensClause(text: string, tokens: Token[], first: number): boolean {
  const here = tokens[first]
  const before = tokens[first - 1]
  if (!here || !before) return true
  const gap = text.slice(before.end, here.start)
  if (/[.!?…:;\n–—(]/.test(gap) || before.word === 'please' || before.word === 'kindly') return true
  if (!gap.includes(',') && before.word !== 'and') return false
  return !tellers.has(wordsBefore(text, tokens, first)[0] ?? '')
}

/** The words of the same sentence that stand before a place. */
export function wordsBefore(text: string, tokens: Token[], place: number): string[] {
  const { start } = sentenceAround(text, tokens[place]?.start ?? 0)
  let from = place
  while ((tokens[from - 1]?.start ?? -1) >= start) from -= 1
  return tokens.slice(from, place).map((token) => token.word)
}

function phraseOf(phrase: string): Phrase {
  const words = tokensOf(phrase).map((token) => token.word)
  const imperative = words.length > 0 && orders.has(words[0] ?? '')
  return { imperative, words: words.map((word) => new Set(imperative ? [word] : formsOf(word))) }
}

const joins = /^(?:[\s*_~`]+|\.)$/
const orders = new Set(['do', "don't", 'make', 'ensure', 'be', 'see', 'fix', 'correct', 'stop'])
const fillers = new Set(['also', 'really', 'still', 'now', 'just', 'will', 'do', 'all', 'always'])
const denials = new Set(['not', 'no', 'never', 'nothing', 'nobody', 'without', 'neither', 'none'])
const tellers = new Set(
  "you your you've you're we our they their i staff managers guests it she he the".split(' '),
)
