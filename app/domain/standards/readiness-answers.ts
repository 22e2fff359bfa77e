import {
  type ReadinessAnswers,
  readinessAnswers,
  readinessQuestions,
  securityQuestion,
} from './readiness'

/** Every field of the check with what it may be answered with, in the order of the cookie's letters. */
const fields = [
  { id: securityQuestion.id, answers: securityQuestion.answers },
  ...readinessQuestions.map(({ id }) => ({ id, answers: readinessAnswers })),
] as const

/** Only known questions with known answers; one that is skipped is left out. */
export function cleanAnswers(given: Readonly<Record<string, unknown>>): ReadinessAnswers {
  const without = given[securityQuestion.id] === 'no'
  const skipped = new Set(
    readinessQuestions.flatMap(({ id, onlyIf }) => (onlyIf && without ? [id] : [])),
  )
  return Object.fromEntries(
    fields.flatMap(({ id, answers }) => {
      const answer = answers.find((each) => each === given[id])
      return answer && !skipped.has(id) ? [[id, answer]] : []
    }),
  )
}

/** Whether any of the twelve questions was answered. */
export function anyAnswered(answers: ReadinessAnswers): boolean {
  return readinessQuestions.some(({ id }) => answers[id] !== undefined)
}

const edition = 'r1'

/** The answers as a few letters, for a cookie: "r1ypn-…", one letter for each question. */
export function packAnswers(answers: ReadinessAnswers): string {
  const letters = fields.map(({ id }) => answers[id]?.[0] ?? '-')
  return `${edition}${letters.join('')}`
}

/** Reads the letters back; null for anything that packAnswers did not write. */
export function unpackAnswers(packed: string): ReadinessAnswers | null {
  const letters = packed.slice(edition.length)
  if (!packed.startsWith(edition) || letters.length !== fields.length) return null
  const answers: Record<string, string> = {}
  for (const [index, { id, answers: possible }] of fields.entries()) {
    const letter = letters[index]
    if (letter === '-') continue
    const answer = possible.find((each) => each[0] === letter)
    if (!answer) return null
    answers[id] = answer
  }
  const clean = cleanAnswers(answers)
  return packAnswers(clean) === packed && anyAnswered(clean) ? clean : null
}
