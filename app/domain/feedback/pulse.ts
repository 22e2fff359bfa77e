import type { PulseSide } from '~db/vocabulary'

/** What is asked after a round, in the order in which scores are kept; each is answered from 1 to 5. */
export const pulseItems = {
  venue: [
    'listened',
    'respect',
    'reasons',
    'noticed',
    'even_handed',
    'choices',
    'call_earlier',
    'step_helped',
    'voluntary',
  ],
  liaison: ['worth_it', 'learned', 'together'],
} as const satisfies Record<PulseSide, readonly string[]>

export type PulseItem = (typeof pulseItems)[PulseSide][number]

/** One person's answer, in the order of the items; null for what was left open. */
export type Scores = readonly (number | null)[]

/** The scores of a form, in their order; a name that is no item is passed over. */
export function scoresOf(side: PulseSide, given: Readonly<Record<string, string>>): Scores {
  return pulseItems[side].map((item) => (given[item] ? Number(given[item]) : null))
}

/** No figure is ever about fewer people. */
export const fewestPeople = 5

/** With so many people an item that most of them left open no longer holds the others back. */
const enoughPeople = 10

/** For how long somebody can answer after a letter: later, nobody remembers. */
export const openForDays = 30

/**
 * Whether answers that wait, each of another person, can be shown as a batch. It waits a little longer
 * while some item has a few scores only: a figure for those would be about fewer than five.
 */
export function canBeShown(answers: readonly Scores[]): boolean {
  if (answers.length < fewestPeople) return false
  return answers.length >= enoughPeople || scoredItems(answers).every(isWhole)
}

/** How many scores each item has. */
function scoredItems(answers: readonly Scores[]): number[] {
  const items = answers[0]?.length ?? 0
  return Array.from(
    { length: items },
    (_, at) => answers.filter((scores) => typeof scores[at] === 'number').length,
  )
}

function isWhole(scored: number): boolean {
  return scored === 0 || scored >= fewestPeople
}

/** What is told of one item: never of fewer than five scores. */
export type Figure = { scores: number; mean: number; spread: number }

export type Figures = { answers: number; items: (Figure | null)[] }

/**
 * The figures over whole batches, or null while there is none. A batch counts for an item only with five
 * scores or more, so that the difference between two views is never about fewer people either.
 */
export function figuresOf(batches: readonly (readonly Scores[])[], items: number): Figures | null {
  if (batches.length === 0) return null
  return {
    answers: batches.flat().length,
    items: Array.from({ length: items }, (_, at) =>
      figureOf(
        batches.flatMap((batch) => {
          const scores = batch.flatMap((each) => each[at] ?? [])
          return scores.length >= fewestPeople ? scores : []
        }),
      ),
    ),
  }
}

function figureOf(scores: number[]): Figure | null {
  if (scores.length === 0) return null
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const apart = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length
  return { scores: scores.length, mean, spread: Math.sqrt(apart) }
}
