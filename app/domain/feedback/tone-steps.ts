import type { ToneHint } from './tone'

/** A next step that says what, and not who helps or with what. */
export function lacksOffer(item: { words: string; help?: string }): boolean {
  return item.words.trim() !== '' && !item.help?.trim() && !offers.test(item.words)
}

export function offerHint(part: string): ToneHint {
  return {
    part,
    field: 'help',
    start: 0,
    end: 0,
    words: '',
    kind: 'offer',
    reason: 'A step is easier to take when someone offers to help with it.',
    alternatives: ['I can send sample wording.', 'We could look at it together when I visit.'],
  }
}

export function stepsHint(item: { id: string; words: string }, count: number): ToneHint {
  return {
    part: item.id,
    field: 'words',
    start: 0,
    end: item.words.length,
    words: item.words,
    kind: 'steps',
    reason: `There are ${count} steps here; up to three at a time keep a busy team going.`,
    alternatives: ['(keep this one for the next round)'],
  }
}

const offers =
  /\b(?:(?:I|we|advocates|your liaison|a colleague|the program) (?:can|could|will (?:send|bring|share|help|come|book))|(?:I|we)['’](?:ll|d) (?:send|bring|share|help|come|book|be (?:glad|happy))|(?:happy|glad) to|let me|let us|sample (?:wording|words)|template|class)\b/i
