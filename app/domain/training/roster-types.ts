import type { TrainingType } from '../standards/standard-set'
import { plainWords } from '../table-words'

/** Course vendors sell food-safety courses under the names of their alcohol courses; they are no training of ours. */
const notOurs = /\b(food|foods|allergen|allergens|sanitation|alimentos|alergenos)\b/
const isRefresher =
  /\b(refresher|refresh|renewal|recertification|recert|repaso|actualizacion|renovacion)\b/

/**
 * Finds the training type that a cell or a column header means: by its whole text, else by the longest
 * known name in it. The answer for each text is kept, since a list repeats a few of them.
 */
export function trainingTypeFinder(
  types: readonly TrainingType[],
): (text: string) => TrainingType | undefined {
  const byWords = new Map<string, TrainingType>()
  for (const type of types) {
    for (const name of [type.code, type.title, ...type.synonyms]) {
      const words = plainWords(name)
      if (words !== '' && !byWords.has(words)) byWords.set(words, type)
    }
  }
  const longestFirst = [...byWords].sort(([a], [b]) => b.length - a.length)
  const answers = new Map<string, TrainingType | undefined>()

  return (text) => {
    const some = text.slice(0, 200)
    if (!answers.has(some)) answers.set(some, find(plainWords(some)))
    return answers.get(some)
  }

  function find(words: string): TrainingType | undefined {
    const whole = byWords.get(words)
    if (whole) return whole
    const padded = ` ${words} `
    const found = longestFirst.find(([known]) => padded.includes(` ${known} `))
    if (!found) return undefined
    const [known, type] = found
    if (notOurs.test(words) && !notOurs.test(known)) return undefined
    if (!isRefresher.test(words) || type.rule === 'refresher') return type
    return types.find((other) => other.extends === type.code) ?? type
  }
}
