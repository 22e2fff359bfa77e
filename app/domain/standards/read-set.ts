import { z } from 'zod'
import { problemsOf } from './set-problems'
import { StandardSet } from './standard-set'

/** A file in its own words: the standards and what goes with them; what it leaves out stays as it is now. */
const SetFile = z.strictObject({
  ...StandardSet.shape,
  templates: StandardSet.shape.templates.optional(),
  trainingTypes: StandardSet.shape.trainingTypes.optional(),
  lexicon: StandardSet.shape.lexicon.optional(),
})

export type ReadSet = { set: StandardSet; problems: [] } | { set: null; problems: string[] }

/**
 * Reads the text of a file as the next version of the standards. It is a file such as
 * db/program-pack/standards.json, with templates, trainingTypes and lexicon in it where these change too.
 * Everything that does not fit is listed at once, each with its place.
 */
export function readSet(text: string, inForce: StandardSet): ReadSet {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { set: null, problems: [`This is not JSON: ${(error as Error).message}`] }
  }
  const file = SetFile.safeParse(json)
  if (!file.success) {
    const problems = file.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`)
    return { set: null, problems }
  }
  const { templates, trainingTypes, lexicon } = inForce
  const set: StandardSet = { templates, trainingTypes, lexicon, ...withoutAbsent(file.data) }
  const problems = problemsOf(set)
  return problems.length > 0 ? { set: null, problems } : { set, problems: [] }
}

function withoutAbsent(
  file: z.infer<typeof SetFile>,
): Pick<StandardSet, 'standards' | 'distinction'> {
  const given = Object.entries(file).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as typeof file
}

/** "standards[3].why", as an editor finds it. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return place.join('').replace(/^\./, '') || 'The file'
}
