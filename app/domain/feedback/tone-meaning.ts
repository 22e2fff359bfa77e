import { isDenied, isDeniedBySubject } from './tone-denied'
import type { Avoided, Place } from './tone-match'
import { opensClause } from './tone-opening'
import { isOfTheirs } from './tone-theirs'
import { isNoOrder } from './tone-told'
import { clauseBefore, type Token } from './tone-words'

/** Whether the words found say something else here than what the lexicon has in mind. */
export function isMeantOtherwise(
  avoided: Avoided,
  text: string,
  tokens: Token[],
  place: Place,
): boolean {
  const { entry, opening } = avoided
  const { first } = place
  if (opening && !opensClause(text, tokens, first)) return true
  const clause = clauseBefore(text, tokens, first)
  if (entry.ofTheirs && !isOfTheirs(place, text, tokens)) return true
  if (entry.kind === 'praise') return isDeniedBySubject(clause) || isPast(clause)
  if (entry.kind === 'judgement' || entry.kind === 'warning') {
    if (isDenied(text, tokens, first) || isDeniedBySubject(clause)) return true
    const mistake = entry.kind === 'judgement' && isOwn(clause)
    return mistake || isOurPaper(clause) || isPast(clause) || isCase(clause)
  }
  return isNoOrder(avoided, text, tokens, place, clause)
}

/** "The alley used to be a trouble spot" tells of a change for the better. */
function isPast(clause: string[]): boolean {
  return /\bused to\b/.test(clause.join(' '))
}

/** "I was mistaken", "our list was incomplete": a liaison may be as hard on their own papers as they like. */
function isOwn(clause: string[]): boolean {
  const said = clause.join(' ')
  if (/^(?:i|we)(?: (?:have|had|also|may|might|could|can|be|been))*$/.test(said)) return true
  if (!auxiliary.test(clause.at(-1) ?? '')) return false
  return (
    /^(?:(?:so|and|because|that) )?(?:(?:my|our)\b(?!.*\byour?\b)|(?:i|we) \S+$)/.test(said) ||
    /\b(?:that|which) (?:i|we) \S+(?: you)? \S+$/.test(said)
  )
}

function isOurPaper(clause: string[]): boolean {
  return /\b(?:my|our) (?:own )?(?:letter|list|form|note|answer|mail|page|map|message|sample)s?\b/.test(
    clause.join(' '),
  )
}

/** "When a card reader failed", "a person who is denied a drink": a case that can come up, and no verdict. */
function isCase(clause: string[]): boolean {
  const said = clause.join(' ')
  return /\bwhat\b.* (?:when|if)\b|\b(?:(?:when|whenever|if|in case|where) (?:an?|any|some\w+|any\w+|guests?|people|one)|(?:person|people|guests?|anyone|someone|those|drivers?) (?:who|whose))\b(?!.*\byour?\b)/.test(
    said,
  )
}

const auxiliary = /^(?:is|are|was|were|am|has|have|had|been|seems|looks)$/
