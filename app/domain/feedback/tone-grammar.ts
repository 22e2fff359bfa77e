import type { Found } from './tone-match'
import { boundary, copula, fitNoun, inPlural, nounAfter, ownVerb, withNoun } from './tone-nouns'
import { asAdvice, type Bounds, type Fit } from './tone-place'
import { isJoined, startsSentence, type Token } from './tone-words'

/** A judgement or a warning: after "is", before a noun, as a noun, or as a verb. */
export function fitVerdict(
  text: string,
  tokens: Token[],
  found: Found,
  fit: Fit,
  bounds: Bounds,
): Fit {
  const { first, last } = found
  const advice = { ...fit, alternatives: fit.alternatives.map(asAdvice) }
  if (fit.alternatives.every((words) => words.startsWith('('))) return fit
  const word = tokens[last]?.word ?? ''
  const many = isPlural(tokens, first, text)
  if (auxiliary.test(tokens[first]?.word ?? '') || isVerb(fit.alternatives)) {
    return isJoined(text, tokens, first - 1) && !articles.has(tokens[first - 1]?.word ?? '')
      ? { ...fit, alternatives: fit.alternatives.map((words) => (many ? inPlural(words) : words)) }
      : advice
  }
  const states = fit.alternatives.filter((words) => stateLike.test(words))
  if (states.length === 0) return fitNoun(text, tokens, found, fit, advice)

  let at = first - 1
  if (stress.has(tokens[at]?.word ?? '') && isJoined(text, tokens, at)) at -= 1
  const before = isJoined(text, tokens, at) ? tokens[at] : undefined
  const state = !/^(?:has|have)$/.test(before?.word ?? '') || word.endsWith('ed')
  if (before && copula.test(before.word) && state && before.start >= bounds.from) {
    if (/^(?:that|to|for)$/.test(tokens[last + 1]?.word ?? '')) return advice
    const alternatives = states.map((words) => afterSubject(words, before.word))
    return { ...fit, start: before.start, alternatives }
  }
  if (before && isPast(tokens, first, last) && !determiners.has(before.word)) {
    const plural = isPlural(tokens, first, text)
    return { ...fit, alternatives: states.map((words) => (plural ? inPlural(words) : words)) }
  }
  const noun = nounAfter(text, tokens, last, bounds)
  if (noun && (before ? determiners.has(before.word) : true)) {
    return withNoun(text, tokens, fit, states, noun)
  }
  return startsSentence(text, fit.start) && text.charAt(fit.end) === ':' ? fit : advice
}

/** "Your cards expired in March": a verb by itself, with nothing that it is done to. */
function isPast(tokens: Token[], first: number, last: number): boolean {
  const next = tokens[last + 1]?.word ?? ''
  return (
    first === last &&
    /^(?:expired|lapsed|failed)$/.test(tokens[last]?.word ?? '') &&
    (next === '' || boundary.has(next))
  )
}

/** "The plan is poor" becomes "the plan has room to grow", not "is has room to grow". */
function afterSubject(words: string, verb: string): string {
  const many = verb === 'are' || verb === 'were' || verb === 'have'
  if (!verb.startsWith('be') && ownVerb.test(words)) return many ? inPlural(words) : words
  if (verb.startsWith('be')) return `${verb} ${words.replace(/^is /, '')}`
  if (verb === 'has' || verb === 'have') return `${many ? 'are' : 'is'} ${words}`
  return `${verb} ${words}`
}

function isPlural(tokens: Token[], first: number, text: string): boolean {
  const before = isJoined(text, tokens, first - 1) ? (tokens[first - 1]?.word ?? '') : ''
  return (/[^s']s$/.test(before) && !singular.has(before)) || /^(?:they|we|you)$/.test(before)
}

function isVerb(alternatives: string[]): boolean {
  return (
    alternatives.every((words) => /^(?:does|differs|could be \w+ by)\b/.test(words)) &&
    !alternatives.some((words) => words.startsWith('differs from the standard'))
  )
}

const articles = new Set(['a', 'an', 'the', 'your', 'our'])
const auxiliary = /^(?:is|are|was|were|will|be|been)$/
const stateLike =
  /^(?:is|are|has|could|not|still|nearly|partly|an? start|a place|differs?|different|ready|due|something|paused)\b/
export const stress = new Set(
  'very too quite really completely simply still so truly just'.split(' '),
)
const determiners = new Set(
  'a an the your this that our any some these those my its their each every several few many two three four no more'.split(
    ' ',
  ),
)
const singular = new Set(['this', 'is', 'was', 'has', 'as', 'does', 'always', 'us', 'yes'])
