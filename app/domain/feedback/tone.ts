import type { LexiconEntry } from '../standards/standard-set'
import { fitInto } from './tone-fit'
import { type Found, findIn, indexOf } from './tone-match'
import { quotations } from './tone-quotes'
import { readingHints } from './tone-reading'
import { lacksOffer, offerHint, stepsHint } from './tone-steps'
import { praises } from './tone-told'
import { sentenceAround, type Token, tokensOf, wordsBefore } from './tone-words'

export type ToneDraft = {
  opening?: string
  closing?: string
  items: {
    id: string
    kind: 'strength' | 'question' | 'next_step'
    words: string
    help?: string
    law?: boolean
  }[]
  /** Passages of the venue's own policies: their words are the venue's, so nothing is suggested there. Without it, every quotation counts as theirs. */
  ownPolicyQuotes?: string[]
}

export type ToneHint = {
  /** "opening", "closing", "text", or the id of the item. */
  part: string
  field: 'words' | 'help'
  /** What an alternative takes the place of. It can reach a little further than the words found. */
  start: number
  end: number
  /** The words found; empty where something is left to add. */
  words: string
  kind: LexiconEntry['kind'] | 'offer' | 'steps' | 'reading'
  reason: string
  /** One or two; an empty one leaves the words out, and one in parentheses is advice to read. */
  alternatives: string[]
}

type Place = {
  part: string
  field: 'words' | 'help'
  strength: boolean
  follows: boolean
  /** What a law asks stays plain: its orders and warnings are not softened. */
  law: boolean
}

/** What the tone helper suggests for a draft of a response, in the order of its parts. It suggests and never blocks. */
export function toneHints(draft: ToneDraft, lexicon: readonly LexiconEntry[]): ToneHint[] {
  const { opening = '', closing = '', items, ownPolicyQuotes } = draft
  const read = (text: string, part: string, rest: Partial<Place> = {}) =>
    hintsIn(text, lexicon, { ...anywhere, part, ...rest }, ownPolicyQuotes)

  const steps = items.filter((item) => item.kind === 'next_step')
  const fourth = steps[3]?.id
  const hints = items.flatMap((item, place) => [
    ...read(item.words, item.id, {
      strength: item.kind === 'strength',
      law: item.law === true,
      follows: items[place - 1]?.kind === 'strength',
    }),
    ...read(item.help ?? '', item.id, { field: 'help' }),
    ...(item.kind === 'next_step' && lacksOffer(item) ? [offerHint(item.id)] : []),
    ...(item.id === fourth ? [stepsHint(item, steps.length)] : []),
  ])
  return [...read(opening, 'opening'), ...hints, ...read(closing, 'closing')]
}

/** What the tone helper suggests for one text by itself. */
export function toneHintsForText(text: string, lexicon: readonly LexiconEntry[]): ToneHint[] {
  return hintsIn(text, lexicon, anywhere, undefined)
}

const anywhere: Place = {
  part: 'text',
  field: 'words',
  strength: false,
  follows: false,
  law: false,
}

function hintsIn(
  text: string,
  lexicon: readonly LexiconEntry[],
  place: Place,
  quotes: string[] | undefined,
): ToneHint[] {
  if (text.trim() === '') return []
  const tokens = tokensOf(text)
  const theirs = quotations(text, quotes)
  const found = findIn(indexOf(lexicon), text, tokens).filter((each) => {
    const from = tokens[each.first]?.start ?? 0
    if (theirs.some(([start, end]) => from >= start && from < end)) return false
    if (place.law && /^(?:command|warning)$/.test(each.entry.kind)) return false
    if (each.contrast) return contradictsStrength(text, tokens, each, place)
    return !(place.strength && reproachesNobody(each))
  })
  const hints: ToneHint[] = []
  for (const [at, each] of found.entries()) {
    const from = hints.at(-1)?.end ?? 0
    const to = tokens[found[at + 1]?.first ?? tokens.length]?.start ?? text.length
    hints.push({
      part: place.part,
      field: place.field,
      ...fitInto(text, tokens, each, { from, to }),
      words: text.slice(tokens[each.first]?.start, tokens[each.last]?.end),
      kind: each.entry.kind,
      reason: each.entry.reason,
    })
  }
  return [...hints, ...readingHints(text, { part: place.part, field: place.field }, theirs)]
}

/** "You always walk guests out" and "You simply ask" tell of a strength, where they stand in one. */
function reproachesNobody({ entry }: Found): boolean {
  return entry.avoid.includes('you always') || entry.try.length === 0
}

/** "But" takes back what came before it only where that was a strength, and never in a question. */
function contradictsStrength(text: string, tokens: Token[], found: Found, place: Place): boolean {
  const from = tokens[found.first]?.start ?? 0
  const sentence = sentenceAround(text, from)
  if (text.charAt(sentence.end - 1) === '?') return false
  if (found.first === 0) return place.follows
  if (place.strength) return true
  const before = wordsBefore(text, tokens, found.first)
  if (before.length > 0) return praises(before)
  const previous = tokens[found.first - 1]?.end ?? 0
  if (/[?\n]/.test(text.slice(previous, from))) return false
  return praises(wordsBefore(text, tokens, found.first - 1))
}
