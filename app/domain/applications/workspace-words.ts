import { countOf, formatDay, formatSize } from '~/words/en/format'
import { notices } from '~/words/en/notices'
import { askWords, coverageWords } from '~/words/en/training'
import type { ApplicationKind, ApplicationState } from '~db/vocabulary'
import { addMonths } from '../dates'
import { heldWords } from '../policies/policy'
import { type EvidenceAsk, monthsOf } from '../standards/standard-set'
import type { StandardCoverage } from '../training/team'
import type { Standing } from './standing'
import type { EvidenceRow } from './workspace-given.server'

type Tone = 'next' | 'place' | 'soft'

/**
 * Who reads what stands here: nobody but the venue, until a share; then what was shared, as it was. A
 * renewal begins with what was shared before it.
 */
export function privacyWords(
  application: { kind: ApplicationKind; roundsShared: number } | null,
): string {
  const shared = application && (application.roundsShared > 0 || application.kind === 'renewal')
  return shared ? notices.privateSinceShare : notices.privateToTeam
}

/** Why the venue cannot change its answers now, and when it can again. */
export function readOnlyWords(state: ApplicationState): string {
  switch (state) {
    case 'shared':
      return 'Your liaison is reading, so this is to read for now. You can change it again as soon as the answer is here.'
    case 'ready':
      return 'Everything is in place and your liaison is finishing up, so this is to read for now.'
    case 'paused':
      return 'Your application is paused, so this is to read for now. Pick it up again to change it.'
    case 'stepped_away':
      return 'You stepped away, so this is to read for now. Come back any time to change it.'
    default:
      return ''
  }
}

const standingWords: Record<Standing, { words: string; tone: Tone }> = {
  not_asked: { words: 'Not asked of you', tone: 'soft' },
  not_started: { words: 'Not started', tone: 'soft' },
  started: { words: 'Started', tone: 'soft' },
  with_counsel: { words: 'With your counsel or insurer', tone: 'soft' },
  another_way: { words: 'Another way described', tone: 'soft' },
  not_applicable: { words: 'Does not apply to you', tone: 'soft' },
  in_place: { words: 'In place', tone: 'place' },
}

/** Where a standard stands, as the venue reads it. */
export function standingTag(standing: Standing, alternativeAccepted: boolean) {
  if (standing === 'another_way' && alternativeAccepted) {
    return { words: 'Another way, agreed', tone: 'place' as const }
  }
  return standingWords[standing]
}

/** What is still open of a started standard, one line for a list. */
export function openWords(standing: Standing, open: readonly EvidenceAsk[]): string | null {
  if (standing !== 'started' || open.length === 0) return null
  const [first] = open
  return open.length === 1 && first
    ? `Still open: ${asNoun(first)}`
    : countOf(open.length, 'part is still open', 'parts are still open')
}

function asNoun({ ask }: EvidenceAsk): string {
  return ask.charAt(0).toLowerCase() + ask.slice(1)
}

/** How the team stands for a training, with the denominator, in whole sentences. */
export function teamWords(
  { coverage, need, listed }: StandardCoverage,
  newHireDays: number,
): string {
  if (listed === 0) {
    return 'Nobody is on your staff list yet. Once your team is there, the training counts by itself.'
  }
  const { inScope, newHires, onLeave } = coverage
  const asked = askWords(coverage, need.positions)
  if (inScope + newHires + onLeave === 0) return asked
  return `${coverageWords(coverage, need.positions, newHireDays)}. ${asked}`
}

export type EvidenceWords = { title: string; detail: string }

/** A piece of evidence as the venue reads it: what it is, and the facts beside it. */
export function evidenceWords(row: EvidenceRow, ask: EvidenceAsk | undefined): EvidenceWords {
  const { facts } = row
  const on = row.happenedOn ? formatDay(row.happenedOn) : ''
  switch (row.kind) {
    case 'policy':
      return {
        title: row.policyTitle ?? 'Policy',
        detail: row.policyWritten ? row.words : 'Nothing is written in it yet.',
      }
    case 'photo':
    case 'blank_form':
      return {
        title: row.fileName ?? 'File',
        detail: [formatSize(row.fileSize ?? 0), heldWords(row), row.words]
          .filter(Boolean)
          .join(' · '),
      }
    case 'attestation':
      return { title: `Signed by ${facts.signedBy ?? ''} on ${on}`, detail: lasting(row, ask) }
    case 'count':
      return {
        title: facts.signed
          ? `${facts.count ?? 0} of ${countOf(facts.total ?? 0, 'person', 'people')} signed that they have read them`
          : `${facts.count ?? 0} of ${countOf(facts.total ?? 0, 'person', 'people')}, counted on ${on}`,
        detail: lasting(row, ask),
      }
    case 'contact':
      return { title: facts.name ?? '', detail: facts.reach ?? '' }
    case 'conversation':
      return { title: `A talk with ${facts.name ?? ''} on ${on}`, detail: lasting(row, ask) }
    case 'acknowledgement':
      return { title: `Your door team has known since ${on}`, detail: row.words }
    case 'register_check':
      return { title: `Checked on ${on}`, detail: lasting(row, ask) }
    case 'training':
      return { title: 'Training', detail: row.words }
  }
}

/** How long a dated thing counts, after the venue's own words. */
function lasting({ happenedOn, words }: EvidenceRow, ask: EvidenceAsk | undefined): string {
  const months = ask && monthsOf(ask)
  const until =
    happenedOn && months ? `Counts until ${formatDay(addMonths(happenedOn, months))}.` : ''
  return [words, until].filter(Boolean).join(' ')
}
