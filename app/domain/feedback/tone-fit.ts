import { team } from './tone-classes'
import { fitVerdict } from './tone-grammar'
import type { Found } from './tone-match'
import { asAdvice, type Bounds, type Fit, withCapital, withSmall } from './tone-place'
import { fitPraise } from './tone-praise'
import { isJoined, startsSentence, type Token } from './tone-words'

/**
 * The alternatives of the words found, made to fit their place. The range is what an alternative takes
 * the place of. Where the grammar of the place has no room for it, an alternative is advice to read.
 */
export function fitInto(text: string, tokens: Token[], found: Found, bounds: Bounds): Fit {
  const { entry, first, last } = found
  const start = tokens[first]?.start ?? 0
  const end = tokens[last]?.end ?? start
  if (entry.try.length === 0) return leftOut(text, tokens, last, { start, end }, bounds)

  const plain = { start, end, alternatives: [...entry.try] }
  const fit = fitByKind(text, tokens, found, plain, bounds)
  const opens = startsSentence(text, fit.start)
  const alternatives = [...new Set(fit.alternatives)].slice(0, 2)
  return {
    start: fit.start,
    end: closed(text, fit),
    alternatives: opens ? alternatives.map(withCapital) : alternatives,
  }
}

function fitByKind(text: string, tokens: Token[], found: Found, fit: Fit, bounds: Bounds): Fit {
  if (found.entry.kind === 'command') return fitOrder(text, tokens, found, fit, bounds)
  if (found.entry.kind === 'praise') return fitPraise(text, tokens, found, fit, bounds)
  if (found.entry.kind === 'argument' || isClause(tokens[found.first]?.word)) {
    return fitClause(text, tokens, found, fit, bounds)
  }
  return fitVerdict(text, tokens, found, fit, bounds)
}

/** "Please" and "we ask that you" go with the order; "all managers must" leaves the managers in. */
function fitOrder(text: string, tokens: Token[], found: Found, fit: Fit, bounds: Bounds): Fit {
  const { first, last, entry } = found
  const words = tokens.slice(first, last + 1)
  const who = words.findLastIndex(({ word }) => team.has(word))
  if (who >= 0) {
    const named = text.slice(words[0]?.start, words[who]?.end)
    const subject = startsSentence(text, fit.start) ? withSmall(named) : named
    return {
      ...fit,
      alternatives: fit.alternatives.map((alternative) => forThem(alternative, subject)),
    }
  }
  if (words.length === 1 && !entry.avoid.some((avoid) => avoid.toLowerCase() === words[0]?.word)) {
    return { ...fit, alternatives: fit.alternatives.map(asAdvice) }
  }
  const from = softened(text, tokens, first)
  // "When it suits you, share" opens a sentence and fits nowhere else.
  const leadIn = fit.alternatives.some((each) => /^when\w*\b.*,/.test(each))
  if (leadIn && !startsSentence(text, tokens[from]?.start ?? 0)) {
    return { ...fit, alternatives: fit.alternatives.map(asAdvice) }
  }
  const start = Math.max(tokens[from]?.start ?? fit.start, Math.min(bounds.from, fit.start))
  const pointed = words.length > 1 && pointing.has(words.at(-1)?.word ?? '')
  const kept = pointed ? ` ${text.slice(words.at(-1)?.start, words.at(-1)?.end)}` : ''
  const that = words.at(-1)?.word === 'sure' && tokens[last + 1]?.word !== 'that' ? ' that' : ''
  return { ...fit, start, alternatives: fit.alternatives.map((each) => each + kept + that) }
}

/** Where "please", "kindly" or "we ask that you" before an order begins. */
function softened(text: string, tokens: Token[], first: number): number {
  let from = first
  while (from > 0 && isJoined(text, tokens, from - 1)) {
    if (!leading.has(tokens[from - 1]?.word ?? '')) break
    from -= 1
  }
  return from
}

/** "The piece still open is to sign" becomes "is for all managers to sign". */
function forThem(alternative: string, who: string): string {
  if (/ you to$/.test(alternative)) return alternative.replace(/you to$/, `${who} to`)
  return alternative.replace(/(?:venues )?to$/, `for ${who} to`).replace('asks for', 'asks')
}

/** "However," gives its comma to "and"; what ends in a colon or a question has its own marks. */
function fitClause(text: string, tokens: Token[], found: Found, fit: Fit, bounds: Bounds): Fit {
  const next = text.charAt(fit.end)
  if (found.contrast) return next === ',' ? { ...fit, end: fit.end + 1 } : fit
  const [main = ''] = fit.alternatives
  if (main.endsWith('?')) return asked(text, fit, bounds)
  if (!main.endsWith(':')) return fit
  const that = tokens[found.last + 1]
  if (that?.word === 'that' && isJoined(text, tokens, found.last)) return { ...fit, end: that.end }
  return next === ',' ? { ...fit, end: fit.end + 1 } : fit
}

/** "You missed the deadline for round two." becomes "Shall we set a new date for round two?" */
function asked(text: string, fit: Fit, { to }: Bounds): Fit {
  const rest = /^[^.!?\n]{0,90}/.exec(text.slice(fit.end))?.[0] ?? ''
  const end = fit.end + rest.length
  if (end > to || /[,;:]/.test(rest)) {
    return { ...fit, alternatives: fit.alternatives.map(asAdvice) }
  }
  const mark = /[.!]/.test(text.charAt(end)) ? 1 : 0
  const alternatives = fit.alternatives.map((each) => each.replace(/\?$/, `${rest}?`))
  return { start: fit.start, end: end + mark, alternatives }
}

/** Where words are best left out, the next word takes their place, and their capital with it. */
function leftOut(
  text: string,
  tokens: Token[],
  last: number,
  { start, end }: { start: number; end: number },
  { to }: Bounds,
): Fit {
  const next = tokens[last + 1]
  const gap = /^[,]?\s*/.exec(text.slice(end))?.[0].length ?? 0
  if (next && next.start === end + gap && next.end <= to && startsSentence(text, start)) {
    return { start, end: next.end, alternatives: [withCapital(text.slice(next.start, next.end))] }
  }
  return { start, end: Math.min(end + gap, to), alternatives: [''] }
}

/** A bold mark that opens in the words found closes with them. */
function closed(text: string, { start, end }: Fit): number {
  const marks = text.slice(start, end).split('**').length - 1
  return marks % 2 === 1 && text.startsWith('**', end) ? end + 2 : end
}

function isClause(word: string | undefined): boolean {
  return /^(?:you|i|we|it)(?:'\w+)?$/.test(word ?? '')
}

const pointing = new Set(['this', 'that', 'these', 'it', 'the', 'your'])
const leading = new Set('please kindly we i ask expect want need that you to'.split(' '))
