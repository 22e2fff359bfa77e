/** A word of a text: lower case, with plain apostrophes and hyphens, and where it stands. */
export type Token = { word: string; start: number; end: number }

const letters = String.raw`[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]+`
const wordPattern = new RegExp(`${letters}(?:['’ʼ\\-‑]${letters})*`, 'gu')

/** The words of a text. A hyphen or an apostrophe inside a word belongs to it, so "poor-box" is not "poor". */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    word: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The regular forms of a word: "violate" gives violates, violated, violating; "you" stays as it is. */
export function formsOf(word: string): string[] {
  if (word === 'you') return ['you', "you'll", "you'd", "you've"]
  if (fixedWords.has(word) || word.length < 4 || !/^[a-z]+$/.test(word)) return [word]
  const stem = word.slice(0, -1)
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${stem}ing`, `${stem}ely`]
  if (/[^aeiou]y$/.test(word)) {
    return [
      word,
      `${stem}ies`,
      `${stem}ied`,
      `${word}ing`,
      `${stem}ier`,
      `${stem}iest`,
      `${stem}ily`,
    ]
  }
  const forms = ['', 's', 'es', 'ed', 'ing', 'er', 'est', 'ly'].map((ending) => word + ending)
  const doubled = word + word.slice(-1)
  return /[^aeiou][aeiou][bdgmnprt]$/.test(word)
    ? [...forms, `${doubled}ed`, `${doubled}ing`]
    : forms
}

/** A phrase as people also write it: "you are required to" is "you're required to" too. */
export function shortForms(phrase: string): string[] {
  const short = contractions.reduce((text, [long, brief]) => text.replace(long, brief), phrase)
  return short === phrase ? [phrase] : [phrase, short]
}

/** Whether a text begins anew here: at its start, on a new line, or after a full stop. */
export function startsSentence(text: string, position: number): boolean {
  for (let at = position - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at)
    if (ends(text, at)) return true
    if (!/[\s"“”'‘(*_•–-]/.test(sign)) return false
  }
  return true
}

/** Where the sentence around a position begins and ends, as far as a long sentence goes. */
export function sentenceAround(text: string, position: number): { start: number; end: number } {
  let start = position
  while (start > position - reach && start > 0 && !ends(text, start - 1)) start -= 1
  let end = position
  while (end < position + reach && end < text.length && !ends(text, end)) end += 1
  return { start: Math.max(0, start), end: Math.min(end + 1, text.length) }
}

/** The words of the same sentence that stand before a place. */
export function wordsBefore(text: string, tokens: Token[], place: number): string[] {
  const { start } = sentenceAround(text, tokens[place]?.start ?? 0)
  let from = place
  while ((tokens[from - 1]?.start ?? -1) >= start) from -= 1
  return tokens.slice(from, place).map((token) => token.word)
}

/** The words before a place that nothing but space parts from it and from each other. */
export function clauseBefore(text: string, tokens: Token[], place: number): string[] {
  let from = place
  while (from > 0 && place - from < 40 && isJoined(text, tokens, from - 1)) from -= 1
  return tokens.slice(from, place).map((token) => token.word)
}

/** Whether nothing but space stands between a word and the next one. */
export function isJoined(text: string, tokens: Token[], place: number): boolean {
  return joins.test(text.slice(tokens[place]?.end, tokens[place + 1]?.start))
}

/** The sentences of a text, each without the space around it. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  return Array.from(
    text.matchAll(/[^\s.!?…\n](?:[^.!?…\n]|[.](?=[\p{L}\p{N}]))*[.!?…]*/gu),
    (match) => {
      return { start: match.index, end: match.index + match[0].trimEnd().length }
    },
  )
}

const joins = /^(?:[\s*_~`]+|\.)$/
const reach = 300

function ends(text: string, at: number): boolean {
  return '.!?…\n'.includes(text.charAt(at))
}

function plain(word: string): string {
  if (/^[a-z]+$/.test(word)) return word
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[‑‐]/g, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060]/g, '')
}

const fixedWords = new Set(
  'must have should also this that these your with will been when what once away always never'
    .concat(' however otherwise nevertheless why said even else from most over them they were')
    .split(' '),
)

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\byou are\b/i, "you're"],
  [/\byou have\b(?! to)/i, "you've"],
  [/\bI am\b/i, "I'm"],
  [/\bI have\b/i, "I've"],
  [/\bwe are\b/i, "we're"],
  [/\bit is\b/i, "it's"],
  [/\b(do|did|does|is|are|was|were|have|has|must|should) not\b/i, "$1n't"],
]
