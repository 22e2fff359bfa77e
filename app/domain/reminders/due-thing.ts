import { paths } from '~/paths'
import {
  certificateDue,
  currentWords,
  datedThing,
  daysLeftWords,
  dueSentences,
  dueSteps,
} from '~/words/en/dues'
import type { DueKind } from '~db/vocabulary'
import { addDays, type Day, daysBetween } from '../dates'
import type { StaffId, VenueId } from '../ids'
import { findStandard, monthsOf, type StandardSet } from '../standards/standard-set'
import { titleOf } from '../training/trainings'
import type { Due } from './due'

/** What is known of a venue when its dues are put in words. */
export type DueAround = {
  venueId: VenueId
  set: StandardSet
  today: Day
  nameOf: (staffId: StaffId) => string
  /** How the training of a standard stands today; null where it asks for none. */
  coverageOf: (standard: string) => { trained: number; inScope: number } | null
  /** The next class that gives one of these trainings. */
  classFor: (trainingTypes: readonly string[]) => { title: string; when: string } | null
  /** Whether a certificate runs, so that what is added goes to it. */
  held: boolean
  renewing: boolean
}

/** One thing that falls due as its venue reads it: what stands, what comes, why it helps and what to do. */
export type DueThing = {
  kind: DueKind
  what: string
  detail: string
  dueOn: Day
  daysLeft: number
  left: string
  why: string
  next: string
  path: string
}

type Listed = Omit<Due, 'remind'>

/** Puts dues in words, the soonest first. */
export function thingsOf(dues: readonly Listed[], around: DueAround): DueThing[] {
  const groups = new Map<string, Listed[]>()
  for (const due of dues) {
    const group = groups.get(keyOf(due)) ?? []
    groups.set(keyOf(due), due.kind === 'coverage' ? [due, ...group] : [...group, due])
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      return first ? thingOf(first, group, around) : []
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || order(a) - order(b))
}

/** A training is one thing for all whose record ends on one day, and for the share that ends with them. */
function keyOf({ kind, standard, dueOn, subject }: Listed): string {
  return kind === 'record' || kind === 'coverage' ? `${standard} ${dueOn}` : subject
}

function order({ kind }: DueThing): number {
  return ['coverage', 'dated_evidence', 'record', 'certificate'].indexOf(kind)
}

function thingOf(due: Listed, group: readonly Listed[], around: DueAround): DueThing {
  const { kind, dueOn } = due
  const daysLeft = daysBetween(around.today, dueOn)
  const dated = { kind, dueOn, daysLeft, left: daysLeftWords(daysLeft) }
  const told = { day: dueOn, over: daysLeft < 0 }
  if (kind === 'certificate') return { ...dated, ...ofCertificate(around, told) }
  const standard = findStandard(around.set, due.standard ?? '')
  const title = standard?.title ?? due.standard ?? ''
  const why = firstSentence(standard?.why ?? '')
  if (kind === 'dated_evidence')
    return { ...dated, what: title, why, ...ofDated(due, around, told) }

  const need = standard?.evidence.find(({ training }) => training)?.training
  const types = need?.types ?? []
  const coverage = around.coverageOf(due.standard ?? '')
  const what = coverage?.inScope ? `${title}: ${currentWords(coverage)}` : title
  const coming = around.classFor(types)
  const { venueId, set } = around
  const names = group
    .flatMap(({ staffId }) => (staffId ? around.nameOf(staffId) : []))
    .sort((a, b) => a.localeCompare(b))
  const training = titleOf(types[0] ?? '', set.trainingTypes)
  const alone = group.length === 1 && due.staffId
  return {
    ...dated,
    what,
    why,
    detail: [
      ...(names.length > 0 ? [dueSentences.record({ ...told, training, names })] : []),
      ...(kind === 'coverage'
        ? [dueSentences.coverage({ ...told, since: addDays(dueOn, 1) })]
        : []),
    ].join(' '),
    next: coming ? dueSteps.class(coming) : kind === 'record' ? dueSteps.person : dueSteps.team,
    path: coming
      ? paths.venueClasses(venueId)
      : alone
        ? paths.staffMember(venueId, alone)
        : paths.team(venueId),
  }
}

type Told = { day: Day; over: boolean }

function ofDated({ standard }: Listed, { venueId, set, held }: DueAround, told: Told) {
  const code = standard ?? ''
  const ask = findStandard(set, code)?.evidence.find((each) => monthsOf(each))
  const kind = ask?.kind ?? 'attestation'
  const { evidence } = dueSteps
  return {
    detail: dueSentences.dated_evidence({ ...told, thing: datedThing(kind) }),
    next: kind === 'count' || kind === 'conversation' ? evidence[kind] : evidence.other,
    path: held
      ? paths.refreshEvidence(venueId, code, kind)
      : paths.addEvidence(venueId, code, kind),
  }
}

function ofCertificate({ venueId, renewing }: DueAround, told: Told) {
  return {
    ...certificateDue,
    detail: dueSentences.certificate(told),
    next: renewing ? dueSteps.goOn : dueSteps.renew,
    path: renewing ? paths.application(venueId) : paths.startApplication(venueId),
  }
}

function firstSentence(words: string): string {
  return /^.*?[.!?](?= |$)/.exec(words)?.[0] ?? words
}
