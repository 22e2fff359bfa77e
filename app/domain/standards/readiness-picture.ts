import {
  type ReadinessAnswers,
  type ReadinessQuestion,
  readinessQuestions,
  securityQuestion,
} from './readiness'
import { isEssential, type Standard, type StandardSet } from './standard-set'

/** How an essential sounds after the check. Only the venue says so: nobody has looked. */
export type ReadinessStanding =
  | 'in_place'
  | 'nearly'
  | 'to_begin'
  | 'unanswered'
  | 'not_concerned'
  | 'not_asked'

export type EssentialPicture = { standard: Standard; standing: ReadinessStanding }

const standingOfAnswer: Record<string, ReadinessStanding> = {
  yes: 'in_place',
  partly: 'nearly',
  not_yet: 'to_begin',
}

/** How one standard sounds by what was answered. */
export function readinessStanding(answers: ReadinessAnswers, code: string): ReadinessStanding {
  const question = readinessQuestions.find(({ asks }) => asks.includes(code))
  if (!question) return 'not_asked'
  if (question.onlyIf && answers[securityQuestion.id] === 'no') return 'not_concerned'
  return standingOfAnswer[answers[question.id] ?? ''] ?? 'unanswered'
}

/** Every essential of a set with how it sounds, and how many sound how. */
export function pictureOf(set: StandardSet, answers: ReadinessAnswers) {
  const essentials = set.standards
    .filter(isEssential)
    .map((standard) => ({ standard, standing: readinessStanding(answers, standard.code) }))
  const count = (standing: ReadinessStanding) =>
    essentials.filter((each) => each.standing === standing).length
  const [inPlace, nearly, toBegin] = [count('in_place'), count('nearly'), count('to_begin')]
  return {
    essentials,
    /** All that are asked of this venue. */
    total: essentials.length - count('not_concerned'),
    inPlace,
    nearly,
    toBegin,
    unanswered: count('unanswered') + count('not_asked'),
    sittings: sittingsFor(nearly, toBegin),
    first: suggestedOrder(essentials),
  }
}

/**
 * A rule of thumb, and no measurement: a sitting at the computer is enough for two essentials that
 * are to begin, or for four that are nearly there. Classes come on top, on their own dates.
 */
export function sittingsFor(nearly: number, toBegin: number): number {
  return Math.ceil((nearly + 2 * toBegin) / 4)
}

/**
 * What comes first: what is nearly there, then what needs no class and little evidence, then the
 * rest. Within each, as an evening goes.
 */
export function suggestedOrder(essentials: readonly EssentialPicture[]): EssentialPicture[] {
  const open = essentials.filter(({ standing }) => standing === 'nearly' || standing === 'to_begin')
  return [...open].sort(bySuggestedOrder)
}

/** What was said to be in place stands between: it wants only to be shown. What was left open comes last. */
const places: Record<ReadinessStanding, number> = {
  nearly: 0,
  in_place: 1,
  to_begin: 2,
  not_concerned: 3,
  unanswered: 3,
  not_asked: 3,
}

export function bySuggestedOrder(a: EssentialPicture, b: EssentialPicture): number {
  return effort(a) - effort(b) || positionOf(a.standard) - positionOf(b.standard)
}

function effort({ standing, standard }: EssentialPicture): number {
  return 100 * places[standing] + (needsClass(standard) ? 10 : 0) + standard.evidence.length
}

/** Training takes a date in the calendar; everything else can be done at the desk. */
export function needsClass({ evidence }: Standard): boolean {
  return evidence.some(({ kind }) => kind === 'training')
}

/** The questions that this set has standards for: one whose standards are gone is not asked. */
export function questionsFor(set: StandardSet): ReadinessQuestion[] {
  const codes = new Set(set.standards.filter(isEssential).map(({ code }) => code))
  return readinessQuestions.filter(({ asks }) => asks.some((code) => codes.has(code)))
}

function positionOf({ code }: Standard): number {
  return readinessQuestions.findIndex(({ asks }) => asks.includes(code))
}
