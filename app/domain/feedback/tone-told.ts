import { team } from './tone-classes'
import { isDeniedBySubject } from './tone-denied'
import type { Avoided, Place } from './tone-match'
import { sentenceAround, type Token, wordsBefore } from './tone-words'

/** Whether an order, or a reproach to "you", is a question here, a guess, a law, or something that is told. */
export function isNoOrder(
  { entry, opening }: Avoided,
  text: string,
  tokens: Token[],
  { first, last }: Place,
  clause: string[],
): boolean {
  const words = tokens.slice(first, last + 1).map(({ word }) => word)
  const isTeam = words.some((word) => team.has(word))
  const hasSubject = words[0] === 'you' || isTeam
  if (hasSubject && askers.has(clause.at(-1) ?? '')) return true
  if (entry.kind !== 'command') return false
  if (isTeam && isDeniedBySubject(clause)) return true
  if (/^not$|n't$/.test(clause.at(-1) ?? '')) return true
  if (!hasSubject && !opening && clause.some((word) => outsiders.has(word))) return true
  return (
    isAsked(text, tokens[first]?.start ?? 0, clause) ||
    guesses(words, tokens[last + 1], tokens[last + 2]) ||
    isLaw(wordsBefore(text, tokens, first)) ||
    isTold(clause, words, { hasSubject, opening })
  )
}

/** "How many people have to be on the door?" */
function isAsked(text: string, start: number, clause: string[]): boolean {
  const { end } = sentenceAround(text, start)
  return (
    text.charAt(end - 1) === '?' && /^(?:how|what|who|which|where|when|whom)$/.test(clause[0] ?? '')
  )
}

/** "You must have put many evenings into this" guesses kindly. */
function guesses(words: string[], next: Token | undefined, second: Token | undefined): boolean {
  if (words.at(-1) !== 'must' || next?.word !== 'have') return false
  return /(?:[a-z]ed|en)$/.test(second?.word ?? '') || participles.has(second?.word ?? '')
}

/** What a law, an insurer or a landlord asks is told as it is. */
function isLaw(before: string[]): boolean {
  return before.some((word, at) => lawgivers.has(word) && says.test(before[at + 1] ?? ''))
}

/** "You wrote down what staff must do": what the venue says of itself is no order. */
function isTold(
  clause: string[],
  words: string[],
  { hasSubject, opening }: { hasSubject: boolean; opening: boolean },
): boolean {
  if (!opening && soon.test(words[0] ?? '')) return isTimeTold(clause)
  return (
    hasSubject && /^you(?:r|'ve)?$/.test(clause[0] ?? '') && clause.some((word) => tells.test(word))
  )
}

/** "You tell guests at once", "I will send it right away": somebody does so, and nobody is told to. */
function isTimeTold(clause: string[]): boolean {
  const [subject = '', next = ''] = clause
  if (pastVerb.test(clause.at(-1) ?? '') && !/^(?:be|is|are)$/.test(clause.at(-2) ?? ''))
    return true
  if (clause.some((word) => directs.test(word))) return false
  if (subject === 'you') return !choices.has(next)
  return /^(?:the|an?|guests?|people|they|he|she|it|i|we|i'll|we'll|your|our|my|staff)$/.test(
    subject,
  )
}

/** A sentence about what the venue does opens with "You" or "Your"; "You can…" and "You may…" offer a choice. */
export function praises([first = '', second = '']: string[]): boolean {
  return /^you(?:r|'ve|'re)?$/.test(first) && !choices.has(second)
}

const choices = new Set(
  'can could may might must should would will need decide choose get are'.split(' '),
)
const askers = new Set(
  'do does did would could can if when whenever where how whatever however until unless than as whether why because what'.split(
    ' ',
  ),
)
const participles = new Set(
  'been put had made done gone felt kept left cost thought brought heard run lost read built meant spent'.split(
    ' ',
  ),
)
const lawgivers = new Set(
  'law ordinance code statute insurer insurance county city state landlord court'.split(' '),
)
/** Whose doings are no verdict on a venue, and whose duties are no order to it. */
export const outsiders = new Set(
  'law city county state landlord insurer bus train taxi taxis driver drivers neighbor neighbors guest guests van delivery street streets'.split(
    ' ',
  ),
)
const says = /^(?:says?|said|asks?|asked|requires?|required|wants?|told|states?)$/
const tells =
  /^(?:sa(?:ys?|id)|writes?|wrote|tells?|told|shows?|showed|explains?|lists?|describes?|names?|named|teach(?:es)?|decided|know)$/
const soon = /^(?:at|as|right|without|immediately|urgently|asap)$/
const directs =
  /^(?:be|is|are|must|should|needs?|has|have|wants?|expects?|requires?|asks?|please|required|due)$/
const pastVerb = /^(?:\w+ed|came|went|sent|told|wrote|did|left|gave|rang|got)$/
