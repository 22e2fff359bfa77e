import type { Found } from './tone-match'
import { startsSentence, type Token } from './tone-words'

export type Fit = { start: number; end: number; alternatives: string[] }

/**
 * The alternatives of the words found, made to fit their place: the capital at a sentence's start,
 * "is" or "are" before them, "a" or "an". The range is what an alternative takes the place of.
 */
export function fitInto(text: string, tokens: Token[], found: Found): Fit {
  const start = startOf(tokens, found)
  const last = tokens[found.last]?.end ?? start
  const end = replacesSign(found, text.charAt(last)) ? last + 1 : last
  const kept = keptWord(text, tokens, found)
  if (found.entry.try.length === 0) return leftOut(text, tokens, found, start, end)

  const fit = fitGrammar(text, tokens, found, {
    start,
    end,
    alternatives: found.entry.try.map((words) => words + kept),
  })
  const opens = startsSentence(text, fit.start)
  const alternatives = [...new Set(fit.alternatives)].slice(0, 2)
  return { ...fit, alternatives: opens ? alternatives.map(withCapital) : alternatives }
}

/** "Please" goes with the order that it softens. */
function startOf(tokens: Token[], found: Found): number {
  const before = tokens[found.first - 1]
  const softened = found.entry.kind === 'command' && before?.word === 'please'
  return (softened ? before : tokens[found.first])?.start ?? 0
}

/** "However," gives its comma to "and", and a question brings its own mark. */
function replacesSign(found: Found, sign: string): boolean {
  if (found.contrast) return sign === ','
  return sign === '.' && found.entry.try.every((words) => words.endsWith('?'))
}

/** "Fix this section" keeps "this": let's look together at this section. */
function keptWord(text: string, tokens: Token[], found: Found): string {
  const last = tokens[found.last]
  if (!last || found.entry.kind !== 'command' || found.first === found.last) return ''
  return pointing.has(last.word) ? ` ${text.slice(last.start, last.end)}` : ''
}

/** Where words are best left out, the next word takes their place, and their capital with it. */
function leftOut(text: string, tokens: Token[], found: Found, start: number, end: number): Fit {
  const next = tokens[found.last + 1]
  const gap = /^[,]?\s*/.exec(text.slice(end))?.[0].length ?? 0
  if (next && next.start === end + gap && startsSentence(text, start)) {
    return { start, end: next.end, alternatives: [withCapital(text.slice(next.start, next.end))] }
  }
  return { start, end: end + gap, alternatives: [''] }
}

function fitGrammar(text: string, tokens: Token[], found: Found, fit: Fit): Fit {
  if (found.entry.kind !== 'judgement' && found.entry.kind !== 'warning') return fit
  if (fit.alternatives.every((words) => words.startsWith('('))) return fit
  let at = found.first - 1
  if (stress.has(tokens[at]?.word ?? '') && isVerb(tokens[at - 1]?.word)) at -= 1
  const before = tokens[at]
  if (!before || /[^\s]/.test(text.slice(before.end, tokens[at + 1]?.start))) return fit

  const state = !helping.has(before.word) || tokens[found.last]?.word.endsWith('ed')
  if (isVerb(before.word) && state && !fit.alternatives.some((words) => words.endsWith('?'))) {
    return {
      ...fit,
      start: before.start,
      alternatives: fit.alternatives.map((words) => afterSubject(words, before.word)),
    }
  }
  if (before.word === 'a' || before.word === 'an') {
    return { ...fit, start: before.start, alternatives: asNoun(fit.alternatives).map(withArticle) }
  }
  if (owners.has(before.word)) return { ...fit, alternatives: asNoun(fit.alternatives) }
  const many = /[^s']s$/.test(before.word) && !singular.has(before.word)
  return many ? { ...fit, alternatives: fit.alternatives.map(inPlural) } : fit
}

/** "The plan is poor" becomes "the plan has room to grow", not "is has room to grow". */
function afterSubject(words: string, verb: string): string {
  const many = verb === 'are' || verb === 'were' || verb === 'have'
  if (ownVerb.test(words)) return many ? inPlural(words) : words
  if (helping.has(verb)) return `${many ? 'are' : 'is'} ${words}`
  return `${verb} ${words}`
}

function inPlural(words: string): string {
  return words
    .replace(/^is\b/, 'are')
    .replace(/^has\b/, 'have')
    .replace(/^differs\b/, 'differ')
}

/** Before a noun, "is ready to refresh" reads "ready to refresh"; words with another verb stay out where they can. */
function asNoun(alternatives: string[]): string[] {
  const short = alternatives.map((words) => words.replace(/^is /, ''))
  const fitting = short.filter((words) => !ownVerb.test(words))
  return fitting.length > 0 ? fitting : short
}

function withArticle(words: string): string {
  if (/^(?:an? |what |let's |\(|\[|something )/.test(words)) return words
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`
}

function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function isVerb(word: string | undefined): boolean {
  return /^(?:is|are|was|were|has|have)$/.test(word ?? '')
}

const ownVerb = /^(?:is|has|could|differs)\b/
const pointing = new Set(['this', 'that', 'these', 'it', 'the'])
const helping = new Set(['has', 'have'])
const stress = new Set(['very', 'too', 'quite', 'really', 'completely', 'simply', 'still', 'so'])
const owners = new Set(['the', 'your', 'this', 'that', 'our', 'any', 'some', 'these', 'those'])
const singular = new Set(['this', 'is', 'was', 'has', 'as', 'does', 'always', 'us'])
