import { datedEnds } from '../certificates/dated-evidence'
import { type Lapse, needsOf } from '../certificates/lapses'
import { isAsked } from '../certificates/spared'
import { isOver, type LiveStanding } from '../certificates/standing.server'
import { addDays, type Day } from '../dates'
import type { StaffId } from '../ids'
import type { Due } from '../reminders/due'
import { coverageOfSpans } from '../training/coverage'
import { hasLeft } from '../training/coverage-standing'
import { noEnd } from '../training/expiry'
import type { CoverageRules, TrainedFor } from '../training/trained-spans'
import { inHand } from './facts-basis'
import type { VenueFacts } from './venue-facts'

type Said = Omit<Due, 'remind'>

/**
 * What falls due at a venue: trainings by person, coverage, dated evidence, the certificate's own
 * end. What has run out already is in the list too, and nobody is reminded of it by mail.
 */
export function duesOf(
  facts: VenueFacts,
  trained: TrainedFor,
  standing: LiveStanding | null,
  rules: CoverageRules,
  today: Day,
): Due[] {
  if (facts.merged || !facts.confirmed) return []
  const held = standing !== null && !isOver(standing)
  const said = [
    ...lapsed(standing?.lapses ?? []),
    ...ofPeople(facts, trained, today),
    ...ofCoverage(facts, trained, held, rules, today),
    ...ofDated(facts, today),
    ...(held && facts.certificate ? [ofCertificate(facts.certificate.expiresOn)] : []),
  ]
  const quiet = isQuiet(facts, standing)
  const leaving = inHand(facts.applications)?.state === 'stepped_away'
  return onceEach(said).map((due) => ({
    ...due,
    remind: !quiet && due.dueOn >= today && !(leaving && due.kind === 'certificate'),
  }))
}

/** What has run out stands first, and is told in place of the same thing later on. */
function onceEach(said: readonly Said[]): Said[] {
  const first = new Map<string, Said>()
  for (const due of said) if (!first.has(due.subject)) first.set(due.subject, due)
  return [...first.values()]
}

/** A venue that rests or has left hears nothing; one whose certificate runs hears while it runs. */
function isQuiet({ applications }: VenueFacts, standing: LiveStanding | null): boolean {
  if (standing && !isOver(standing)) return standing.pausedBy === 'venue'
  const state = inHand(applications)?.state
  return state === 'paused' || state === 'stepped_away' || standing?.status === 'ended'
}

function lapsed(lapses: readonly Lapse[]): Said[] {
  return lapses.map(({ standard, since, what }) => {
    const kind = what === 'training' ? 'coverage' : 'dated_evidence'
    const subject = what === 'training' ? `coverage ${standard}` : `evidence ${standard}`
    return { ...nobody, subject, kind, standard, dueOn: addDays(since, -1) }
  })
}

const nobody = { standard: null, trainingType: null, staffId: null }

/** Each person's latest training of each kind that is asked of their position, while it counts. */
function ofPeople({ team, set, spared }: VenueFacts, trained: TrainedFor, today: Day): Said[] {
  const here = team.people.filter(
    (person) => !person.removedOn && !person.onLeave && !hasLeft(person, today),
  )
  return set.standards
    .filter((standard) => isAsked(standard, spared))
    .flatMap(({ code, evidence }) =>
      evidence.flatMap(({ training: need }) => {
        if (!need) return []
        const spans = trained(need)
        return here.flatMap((person): Said[] => {
          const dueOn = spans.get(person.id)?.at(-1)?.to
          const asked = need.positions.includes(person.position)
          if (!asked || !dueOn || dueOn === noEnd || dueOn < today) return []
          if (person.leftOn && person.leftOn <= dueOn) return []
          const subject = `record ${person.id} ${code}`
          const trainingType = need.types[0] ?? null
          const staffId = person.id as StaffId
          return [{ subject, kind: 'record', standard: code, trainingType, staffId, dueOn }]
        })
      }),
    )
}

/** The last day on which an essential's training is met. A draft is told once somebody has it. */
function ofCoverage(
  { team, set, spared }: VenueFacts,
  spansFor: TrainedFor,
  held: boolean,
  rules: CoverageRules,
  today: Day,
): Said[] {
  const staff = team.people.filter(({ removedOn }) => !removedOn)
  return needsOf(set, spared).flatMap(({ standard, need }): Said[] => {
    const coverage = coverageOfSpans(today, staff, spansFor(need), need, rules)
    const { nextFallsBelow, trained } = coverage
    if (!nextFallsBelow || (!held && trained === 0)) return []
    const subject = `coverage ${standard}`
    const trainingType = need.types[0] ?? null
    const dueOn = addDays(nextFallsBelow, -1)
    return [{ ...nobody, subject, kind: 'coverage', standard, trainingType, dueOn }]
  })
}

function ofDated({ set, spared, dated }: VenueFacts, today: Day): Said[] {
  return datedEnds(set, spared, dated)
    .filter(({ until }) => until >= today)
    .map(({ standard, until }) => {
      const subject = `evidence ${standard}`
      return { ...nobody, subject, kind: 'dated_evidence', standard, dueOn: until }
    })
}

function ofCertificate(expiresOn: Day): Said {
  return { ...nobody, subject: 'certificate', kind: 'certificate', dueOn: expiresOn }
}
