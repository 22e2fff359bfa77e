import { coverageSentence, figuresOf, standingNames } from '~/words/en/feedback'
import { formatDay } from '~/words/en/format'
import { evidenceNames } from '~/words/en/names'
import type { Standings } from '~db/schema/feedback'
import type { ItemKind } from '~db/vocabulary'
import type { FrozenEvidence } from '../applications/rounds.server'
import type { Day } from '../dates'
import type { PersonId, RoundEvidenceId } from '../ids'
import { findPassage, shownPassage } from './passages'

/** A part of a response, from a draft or from what was sent. */
export type LetterItem = {
  id: string
  standard: string
  kind: ItemKind
  words: string
  roundEvidenceId: RoundEvidenceId | null
  anchor: string | null
  quote: string | null
  why: string | null
  help: string | null
  proposedOn: string | null
  lawSource: string | null
  writtenBy?: PersonId | null
}

/** `by` names another reviewer whose part it is; empty where the letter's own author wrote it. */
export type LetterPart = { id: string; title: string; words: string; by: string }
export type LetterStrength = LetterPart & { helps: string; quote: string; source: string }
export type LetterStep = LetterPart & {
  why: string
  help: string
  proposedOn: string
  law: string
  /** The passage that it is about, or nothing. */
  quote: string
}

/** A response as it is read. Strengths come first by its shape. */
export type LetterView = {
  from: string
  date: string
  opening: string
  strengths: LetterStrength[]
  otherWays: LetterPart[]
  questions: LetterPart[]
  steps: LetterStep[]
  /** What a law asks: apart from the program's own standards. */
  lawSteps: LetterStep[]
  /** How each standard stands, in the order of the standards; empty where nothing was said. */
  standings: { title: string; words: string }[]
  closing: string
  ready: boolean
  /** The area of a letter that went out before the rest of its round; empty for the whole. */
  part: string
}

type Parts = {
  from: string
  date: string
  ready: boolean
  part?: string
  opening: string
  closing: string
  items: LetterItem[]
  standings?: Standings | null
}
export type LetterSources = {
  evidence: readonly FrozenEvidence[]
  titles: ReadonlyMap<string, string>
  writers: Readonly<Record<string, string>>
}

/** Puts a letter together from its parts. The preview and the letter itself both come from here. */
export function letterOf(parts: Parts, { evidence, titles, writers }: LetterSources): LetterView {
  const of = (kind: ItemKind) => parts.items.filter((item) => item.kind === kind)
  const part = ({ id, standard, words, writtenBy }: LetterItem): LetterPart => {
    const by = writtenBy ? (writers[writtenBy] ?? '') : ''
    return { id, title: titles.get(standard) ?? standard, words, by }
  }
  const steps = of('next_step').map((item): LetterStep => {
    const { why, help, proposedOn, lawSource } = item
    const date = proposedOn ? formatDay(proposedOn) : ''
    return {
      ...part(item),
      why: why ?? '',
      help: help ?? '',
      proposedOn: date,
      law: lawSource ?? '',
      quote: insideQuotes(shownPassage(item.quote ?? '')),
    }
  })
  return {
    from: parts.from,
    date: parts.date,
    opening: parts.opening,
    strengths: of('strength').map((item) => {
      const cited = evidence.find(({ id }) => id === item.roundEvidenceId)
      const quote = insideQuotes(shownPassage(item.quote ?? ''))
      const source = cited ? sourceWords(cited, item) : ''
      return { ...part(item), helps: item.why ?? '', quote, source }
    }),
    otherWays: of('accepted_alternative').map(part),
    questions: of('question').map(part),
    steps: steps.filter(({ law }) => !law),
    lawSteps: steps.filter(({ law }) => law),
    standings: [...titles].flatMap(([code, title]) => {
      const standing = parts.standings?.[code]
      return standing ? { title, words: standingNames[standing] } : []
    }),
    closing: parts.closing,
    ready: parts.ready,
    part: parts.part ?? '',
  }
}

/** Where a strength was seen: "Closing policy, Last call" or the figure that it speaks of. */
function sourceWords(row: FrozenEvidence, { anchor, quote, words }: LetterItem): string {
  if (row.coverage) {
    const { trained, inScope, asOf } = row.coverage
    // The liaison's own words name the figure already: once is enough.
    const named = words.includes(`${trained} of ${inScope}`)
    return named ? figuresOf(asOf) : coverageSentence(row.coverage, asOf)
  }
  const section =
    row.sections?.find((each) => each.anchor === anchor) ??
    row.sections?.find(({ body }) => quote && findPassage(quote, body))
  const title = row.kind === 'policy' ? row.title : `${evidenceNames[row.kind]}: ${row.title}`
  if (section) return `${row.title}, “${section.heading}”`
  if (row.title === evidenceNames[row.kind]) {
    return row.happenedOn ? `${row.title}, ${formatDay(row.happenedOn as Day)}` : row.title
  }
  return title
}

/** A page puts a passage in double quotation marks, so those inside it become single. */
function insideQuotes(passage: string): string {
  return passage.replaceAll('“', '‘').replaceAll('”', '’')
}
