import type { DraftItem, ResponseDraft } from '~db/schema/feedback'
import type { ResponseOutcome } from '~db/vocabulary'
import { type Day, isDay } from '../dates'
import type { RoundEvidenceId } from '../ids'
import { type Citable, placeOf } from './citable'
import { sentences } from './response-sentences'

export type ResponseRules = {
  venueName: string
  today: Day
  titles: ReadonlyMap<string, string>
  evidence: ReadonlyMap<RoundEvidenceId, Citable>
  /** The standards that the venue meets another way, in its own words. */
  otherWays: ReadonlySet<string>
  /** What the venue has of this round already. */
  before: SentBefore
}

/** What was sent of a round early: how many steps, and which standards have their strength. */
export type SentBefore = { steps: number; strengths: ReadonlySet<string> }

export const mostSteps = 3

/** A round that was answered without a next step says that everything is in place. */
export function outcomeOf(
  { items }: Pick<ResponseDraft, 'items'>,
  before: Pick<SentBefore, 'steps'>,
): ResponseOutcome {
  const asks = before.steps > 0 || items.some(({ kind }) => kind === 'next_step')
  return asks ? 'next_steps' : 'ready'
}

/** Whether a letter says so: a change after accreditation does not, since that goes on meanwhile. */
export function saysReady(outcome: ResponseOutcome, round: { amendment: boolean | null }): boolean {
  return outcome === 'ready' && !round.amendment
}

/**
 * What keeps a draft from being a response, by field name: strengths first and tied to evidence, at
 * most three steps, each with its help and its date, and a closing line that leaves the choice to the venue.
 */
export function problemsOf(draft: ResponseDraft, rules: ResponseRules): Record<string, string> {
  const problems: Record<string, string> = {}
  const { items } = draft
  const strengths = items.filter(({ kind }) => kind === 'strength')
  const steps = items.filter(({ kind }) => kind === 'next_step')
  if (strengths.length === 0) problems[''] = sentences.noStrength
  else if (steps.length > 0 && steps.length + rules.before.steps > mostSteps) {
    problems[''] = sentences.tooManySteps(steps.length, rules.before.steps)
  }
  if (draft.opening.trim() === '') problems.opening = sentences.opening
  if (!leavesTheChoice(draft.closing)) problems.closing = sentences.closing

  for (const [standard, sentence] of problemsOfStandings(draft, rules)) {
    problems[`standings.${standard}`] = sentence
  }
  items.forEach((item, index) => {
    for (const [field, problem] of Object.entries(problemsOfItem(item, rules, strengths))) {
      problems[`items.${index}.${field}`] = problem
    }
  })
  return problems
}

/** What the letter says of a standard agrees with what it asks there. */
function problemsOfStandings(
  { items, standings = {} }: ResponseDraft,
  { titles, before }: ResponseRules,
) {
  const asked = new Set(
    items.flatMap(({ kind, standard }) => (kind === 'next_step' ? standard : [])),
  )
  return Object.entries(standings).flatMap(([standard, standing]): [string, string][] => {
    const title = titles.get(standard) ?? standard
    if (standing === 'in_place') {
      return asked.has(standard) ? [[standard, sentences.inPlaceWithStep(title)]] : []
    }
    return asked.size + before.steps === 0 ? [[standard, sentences.notInPlace(title)]] : []
  })
}

type Found = Partial<Record<keyof DraftItem, string>>

function problemsOfItem(item: DraftItem, rules: ResponseRules, strengths: DraftItem[]): Found {
  switch (item.kind) {
    case 'strength':
      return problemsOfStrength(item, rules)
    case 'next_step':
      return problemsOfStep(item, rules, strengths)
    case 'question':
      return item.words.trim() ? {} : { words: sentences.question }
    case 'accepted_alternative':
      if (!rules.otherWays.has(item.standard)) return { words: sentences.noOtherWay }
      return item.words.trim() ? {} : { words: sentences.otherWay }
  }
}

function problemsOfStrength(item: DraftItem, { venueName, evidence }: ResponseRules): Found {
  const found: Found = {}
  if (!opensWithThem(item.words, venueName)) found.words = sentences.strengthOpens(venueName)
  if (item.why.trim() === '') found.why = sentences.strengthHelps
  const cited = item.roundEvidenceId ? evidence.get(item.roundEvidenceId) : undefined
  if (!cited) found.roundEvidenceId = sentences.evidence
  else if (item.quote.trim() === '') {
    if (cited.needsQuote) found.quote = sentences.quoteNeeded
  } else if (!placeOf(item, cited)) found.quote = sentences.quote
  return found
}

function problemsOfStep(item: DraftItem, rules: ResponseRules, strengths: DraftItem[]): Found {
  const found: Found = {}
  if (item.words.trim() === '') found.words = sentences.step
  else if (!isStrong(item.standard, strengths, rules.before)) {
    found.words = sentences.stepWithoutStrength(rules.titles.get(item.standard) ?? item.standard)
  }
  if (item.why.trim() === '') found.why = sentences.stepWhy
  if (item.help.trim() === '') found.help = sentences.stepHelp
  if (!isDay(item.proposedOn)) found.proposedOn = sentences.stepDate
  else if (item.proposedOn < rules.today) found.proposedOn = sentences.stepDatePast
  if (item.law && item.lawSource.trim() === '') found.lawSource = sentences.lawSource
  const cited = item.roundEvidenceId ? rules.evidence.get(item.roundEvidenceId) : undefined
  if (item.quote.trim() !== '' && !(cited && placeOf(item, cited))) found.quote = sentences.quote
  return found
}

/** Whether a standard has its strength: in this letter, or in one that went before. */
function isStrong(standard: string, strengths: DraftItem[], before: SentBefore): boolean {
  return before.strengths.has(standard) || strengths.some((each) => each.standard === standard)
}

function opensWithThem(words: string, venueName: string): boolean {
  const text = words.trim().toLowerCase()
  return /^you(?:r|rs|['’](?:ve|re))?\b/.test(text) || text.startsWith(venueName.toLowerCase())
}

function leavesTheChoice(closing: string): boolean {
  return /\b(?:your (?:own )?(?:choice|call|decision)|(?:choice|decision|call) (?:is|stays|remains) (?:always )?(?:yours|with you)|you (?:decide|choose)|up to you|yours to (?:make|decide|choose))\b/i.test(
    closing,
  )
}
