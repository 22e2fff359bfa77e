import type { ToneHint } from './tone'
import { sentencesOf, tokensOf } from './tone-words'

/** A part that is harder to read than this asks much of a manager at two in the morning. */
const most = 11
/** Fewer words than these say little about how a text reads. */
const enough = 30

/**
 * The reading age of a text in years: the Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers and
 * Chissom, "Derivation of New Readability Formulas", Naval Technical Training Command, 1975), and five
 * years for the age at which grade 0 begins. Null where there are too few words to tell.
 */
export function readingAge(text: string): number | null {
  const sentences = sentencesOf(text)
  const words = tokensOf(text)
  if (words.length < enough) return null
  const syllables = words.reduce((sum, { word }) => sum + syllablesOf(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return Math.round(grade + 5)
}

/** One hint for a part that reads as for more than eleven years; it stands at the longest sentence. */
export function readingHints(
  text: string,
  place: Pick<ToneHint, 'part' | 'field'>,
  theirs: readonly [number, number][],
): ToneHint[] {
  const age = readingAge(without(text, theirs))
  if (age === null || age <= most) return []
  const lengths = sentencesOf(text).map((sentence) => {
    return { ...sentence, count: tokensOf(text.slice(sentence.start, sentence.end)).length }
  })
  const longest = lengths.reduce((a, b) => (b.count > a.count ? b : a))
  const words = text.slice(longest.start, longest.end)
  const opening = words.split(/\s+/).slice(0, 4).join(' ')
  return [
    {
      ...place,
      start: longest.start,
      end: longest.end,
      words,
      kind: 'reading',
      reason: `This part reads as for age ${Math.min(age, 20)}; at age 11 nobody has to read it twice. The longest sentence, “${opening}…”, has ${longest.count} words.`,
      alternatives:
        longest.count > 15
          ? ['(split that sentence in two)', '(take shorter words)']
          : ['(take shorter words)'],
    },
  ]
}

/** The venue's own words are not the liaison's to shorten. */
function without(text: string, ranges: readonly [number, number][]): string {
  return ranges.reduceRight((all, [start, end]) => all.slice(0, start) + all.slice(end), text)
}

/** As they are counted by rule: groups of vowels, less a silent e or -ed at the end. */
function syllablesOf(word: string): number {
  const spoken = word.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1)
}
