import type { LexiconEntry } from '../standards/standard-set'
import { papers, team } from './tone-classes'
import { isMeantOtherwise } from './tone-meaning'
import { formsOf, isJoined, shortForms, type Token, tokensOf } from './tone-words'

export type Phrase = {
  words: Set<string>[]
  /** "Make sure" orders at the start of a clause alone. */
  opening: boolean
  /** "The plan lacks": the paper has to stand there, and is not what is found. */
  about: boolean
}
export type Avoided = Phrase & { entry: LexiconEntry; except: Phrase[]; contrast: boolean }

/** A lexicon made ready for reading along: its phrases by each form of their first word. */
export type ToneIndex = Map<string, Avoided[]>

/** The places of a phrase's first and last word among the words of its text. */
export type Place = { first: number; last: number }

/** Words of the lexicon found in a text. */
export type Found = Place & { entry: LexiconEntry; contrast: boolean }

const indexes = new WeakMap<readonly LexiconEntry[], ToneIndex>()

/** The index of a lexicon, made once for each lexicon. */
export function indexOf(lexicon: readonly LexiconEntry[]): ToneIndex {
  const known = indexes.get(lexicon)
  if (known) return known
  const index: ToneIndex = new Map()
  for (const entry of lexicon) {
    const except = (entry.except ?? []).flatMap(shortForms).map((words) => phraseOf(words, false))
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
      const last = endOf(avoided, text, tokens, first, isFiller)
      if (last === null) continue
      const from = subjectFrom(text, tokens, first, (found.at(-1)?.last ?? -1) + 1)
      const place = { first: avoided.about ? from + 1 : from, last }
      if (
        isMeantOtherwise(avoided, text, tokens, place) ||
        isExcepted(avoided, text, tokens, first, last)
      )
        continue
      found.push({ entry: avoided.entry, ...place, contrast: avoided.contrast })
      first = last
      break
    }
  }
  return found
}

/** The place of the last word, when the phrase begins at the first, with words between that may be skipped. */
function endOf(
  phrase: Phrase,
  text: string,
  tokens: Token[],
  first: number,
  skippable: (word: string) => boolean,
): number | null {
  let at = first
  for (const [place, forms] of phrase.words.entries()) {
    if (place > 0) at += 1
    for (let skips = 0; place > 0 && skips < 2; skips += 1) {
      const { word = '' } = tokens[at] ?? {}
      if (forms.has(word) || !skippable(word)) break
      at += 1
    }
    if (!forms.has(tokens[at]?.word ?? '')) return null
  }
  for (let here = first; here < at; here += 1) if (!isJoined(text, tokens, here)) return null
  return at
}

/** "You also really must" is "you must" too. */
function isFiller(word: string): boolean {
  return fillers.has(word)
}

/** "Weak phone signal" is a "weak signal"; "missing the guest" is no "missing guest". */
function isBetween(word: string): boolean {
  return word !== '' && !articles.has(word)
}

/** "All managers must" begins at "all". */
function subjectFrom(text: string, tokens: Token[], first: number, least: number): number {
  if (!team.has(tokens[first]?.word ?? '')) return first
  let from = first
  while (from > least && from > first - 3 && isJoined(text, tokens, from - 1)) {
    if (!before.has(tokens[from - 1]?.word ?? '')) break
    from -= 1
  }
  return from
}

function isExcepted(avoided: Avoided, text: string, tokens: Token[], first: number, last: number) {
  return avoided.except.some((phrase) => {
    for (let at = Math.max(0, first - phrase.words.length - 1); at <= last; at += 1) {
      const end = endOf(phrase, text, tokens, at, phrase.words.length > 1 ? isBetween : isFiller)
      if (end !== null && end >= first) return true
    }
    return false
  })
}

/** "[team]" and "[paper]" stand for whoever works there and whatever a venue shares. */
function phraseOf(phrase: string, canOpen = true): Phrase {
  const words = tokensOf(phrase)
  const opening = canOpen && openers.has(words[0]?.word ?? '')
  const kinds: Record<string, ReadonlySet<string>> = { '[team]': team, '[paper]': papers }
  return {
    opening,
    about: phrase.startsWith('[paper]'),
    words: words.map(({ word, start, end }) => {
      const kind = kinds[phrase.slice(start - 1, end + 1)]
      if (kind) return new Set(kind)
      return new Set(opening ? [word] : formsOf(word))
    }),
  }
}

const openers = new Set(
  "do don't make ensure be see fix correct stop never clearly remember".split(' '),
)
const fillers = new Set(
  'also really still now just will do all always clearly obviously simply again absolutely very so truly'.split(
    ' ',
  ),
)
const articles = new Set('a an the your their this that these and or but to'.split(' '))
const before = new Set(
  'your the all each every any both our of my new door bar kitchen night other security shift floor'.split(
    ' ',
  ),
)
