import { stress } from './tone-grammar'
import type { Found } from './tone-match'
import { copula } from './tone-nouns'
import { asAdvice, type Bounds, type Fit, withSmall } from './tone-place'
import { sentenceAround, startsSentence, type Token, wordsBefore } from './tone-words'

/** Praise that is the whole sentence gives it up; "good job on the cards" keeps the cards. */
export function fitPraise(
  text: string,
  tokens: Token[],
  found: Found,
  fit: Fit,
  bounds: Bounds,
): Fit {
  const advice = { ...fit, alternatives: fit.alternatives.map(asAdvice) }
  const sentence = sentenceAround(text, fit.start)
  const stop = /[.!?…\n]/.test(text.charAt(sentence.end - 1)) ? sentence.end - 1 : sentence.end
  if (stop > bounds.to || text.charAt(stop) === '?') return advice
  const rest = text.slice(fit.end, stop)
  if (startsSentence(text, fit.start)) {
    const about = /^,?(?: work| job| plan)? ((?:on|with|in|for) [^,;:]{1,60})$/.exec(rest)?.[1]
    const end = text.charAt(stop) === '!' ? stop + 1 : stop
    const mark = end > stop ? '.' : ''
    if (about) {
      const lead = about.charAt(0).toUpperCase() + about.slice(1)
      return {
        ...fit,
        end,
        alternatives: fit.alternatives.map((each) => `${lead}: ${each}${mark}`),
      }
    }
    const all = !/[;:]/.test(rest) && rest.split(/\s+/).length <= 8
    return all ? { ...fit, end, alternatives: fit.alternatives.map((each) => each + mark) } : advice
  }
  const before = wordsBefore(text, tokens, found.first)
  const verb = found.first - (stress.has(before.at(-1) ?? '') ? 2 : 1)
  const about = text.slice(sentence.start, tokens[verb]?.start).trim()
  const told = copula.test(tokens[verb]?.word ?? '') && /^(?:your|the)\b[^,;:]*$/i.test(about)
  if (!told || rest !== '' || sentence.start < bounds.from) return advice
  const start = sentence.start + (/^\s*/.exec(text.slice(sentence.start))?.[0].length ?? 0)
  return {
    start,
    end: stop,
    alternatives: [`what stood out to me in ${withSmall(about)} is [what]`],
  }
}
