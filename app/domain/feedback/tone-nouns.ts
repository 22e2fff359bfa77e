import type { Found } from './tone-match'
import { asAdvice, type Bounds, type Fit } from './tone-place'
import { isJoined, type Token } from './tone-words'

/** "A weak spot" becomes "a spot that could be strengthened". */
export function withNoun(
  text: string,
  tokens: Token[],
  fit: Fit,
  states: string[],
  last: number,
): Fit {
  const noun = text
    .slice(fit.end, tokens[last]?.end)
    .trim()
    .replace(/^\w+(?:ed|en) (?=\w)/, '')
  const many = /[^s']s$/.test(noun)
  const be = many ? 'are' : 'is'
  const alternatives = states
    .filter((words) => !/^(?:something|what|let|an? )/.test(words))
    .map((words) => (ownVerb.test(words) ? (many ? inPlural(words) : words) : `${be} ${words}`))
    .map((words) => `${noun} that ${words}`)
  const end = tokens[last]?.end ?? fit.end
  if (alternatives.length === 0) return { ...fit, alternatives: states.map(asAdvice) }
  return withArticle(text, { ...fit, end, alternatives })
}

/** The last word of a noun that ends where a new part of the sentence clearly begins. */
export function nounAfter(
  text: string,
  tokens: Token[],
  last: number,
  { to }: Bounds,
): number | null {
  for (let at = last + 1; at <= last + 3; at += 1) {
    const token = tokens[at]
    if (!token || !isJoined(text, tokens, at - 1) || boundary.has(token.word)) return null
    if (token.end > to) return null
    const next = tokens[at + 1]
    if (!next || !isJoined(text, tokens, at) || boundary.has(next.word)) return at
  }
  return null
}

/** A noun stays one, in the number of the one that it takes the place of. */
export function fitNoun(text: string, tokens: Token[], found: Found, fit: Fit, advice: Fit): Fit {
  const before = isJoined(text, tokens, found.first - 1) ? tokens[found.first - 1]?.word : undefined
  const named = fit.alternatives.some((words) => words.startsWith('the '))
  if (!named && /^(?:is|are|was|were|has|have|be|been|to|you|we|i|they)$/.test(before ?? '')) {
    return advice
  }
  const many = /(?:[^s]s|ies)$/.test(tokens[found.last]?.word ?? '')
  const alternatives = many ? fit.alternatives.map(nounsOf) : fit.alternatives
  return withArticle(text, { ...fit, alternatives })
}

function nounsOf(words: string): string {
  return words.replace(/^(.*?\w)(?= (?:to|with|before|of|that)\b|$)/, '$1s')
}

/** "A" or "an", as the word that now follows it asks. */
function withArticle(text: string, fit: Fit): Fit {
  const article = /(?<![\p{L}\p{N}])an?\s+$/iu.exec(
    text.slice(Math.max(0, fit.start - 8), fit.start),
  )?.[0]
  if (!article) return fit
  const alternatives = fit.alternatives.map((words) => {
    if (/^(?:an? |\(|\[)/.test(words)) return words
    return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`
  })
  return { ...fit, start: fit.start - article.length, alternatives }
}

export function inPlural(words: string): string {
  return words
    .replace(/^is\b/, 'are')
    .replace(/^has\b/, 'have')
    .replace(/^differs\b/, 'differ')
    .replace(/^does\b/, 'do')
}

export const copula = /^(?:is|are|was|were|has|have|be|been)$/
export const ownVerb = /^(?:is|has|could|differs|does)\b/
export const boundary = new Set(
  'in on at of to for with by from about and or but so because that which who when while is are was were has have had be will can may could before after than as if'
    .concat(' needs need makes shows says came on')
    .split(' '),
)
