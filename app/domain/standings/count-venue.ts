import type { DistrictGroup } from '~db/vocabulary'
import { earliestOf, lapsesIn } from '../certificates/lapses'
import { isAsked } from '../certificates/spared'
import { counts, isOver, type LiveStanding } from '../certificates/standing.server'
import { certificateStatus } from '../certificates/status'
import type { Day } from '../dates'
import type { ApplicationId } from '../ids'
import type { Due } from '../reminders/due'
import type { ProgramSettings } from '../standards/program-settings'
import { coverageOfSpans } from '../training/coverage'
import { type TrainedFor, trainedFor } from '../training/trained-spans'
import { duesOf } from './due-things'
import { nextChange } from './next-change'
import type { VenueFacts } from './venue-facts'
import { groupOf } from './venue-group'

/** What the program counts of one venue on one day. */
export type VenueCount = {
  /** The venue's group in its district; null where it is counted in none. */
  group: DistrictGroup | null
  /** Sexual-assault intervention, of a venue whose certificate runs: trained of those in scope. */
  trained: number
  inScope: number
  /** The next day on which time alone may change any of this. */
  changesOn: Day | null
  dues: Due[]
  /** Where the newest certificate stands, with what has lapsed; null before there is one. */
  standing: LiveStanding | null
  /** The application that this certificate was issued for. */
  applicationId: ApplicationId | null
}

/** Counts a venue from its facts alone. */
export function countVenue(facts: VenueFacts, settings: ProgramSettings, today: Day): VenueCount {
  const { team, set } = facts
  const trained = trainedFor(team.records, set.trainingTypes, settings)
  const standing = standingOf(facts, trained, settings, today)
  const dues = duesOf(facts, trained, standing, settings, today)
  return {
    group: groupOf(facts, standing, settings, today),
    ...intervention(facts, trained, standing, settings, today),
    changesOn: nextChange(facts, trained, standing, dues, settings, today),
    dues,
    standing,
    applicationId: facts.certificate?.applicationId ?? null,
  }
}

function standingOf(
  { certificate, team, dated, set, spared }: VenueFacts,
  trained: TrainedFor,
  settings: ProgramSettings,
  today: Day,
): LiveStanding | null {
  if (!certificate) return null
  const byDates = certificateStatus({ ...certificate, lapsedSince: null, settings }, today)
  if (isOver(byDates)) return { ...byDates, lapses: [] }
  const rules = { ...settings, askedSince: certificate.issuedOn }
  const lapses = lapsesIn({ ...team, dated }, set, spared, rules, today, trained)
  const lapsedSince = earliestOf(lapses)
  return { ...certificateStatus({ ...certificate, lapsedSince, settings }, today), lapses }
}

/** The training type that the district reads of; the standard set's own code for it. */
const interventionType = 'sexual-assault-intervention'

function intervention(
  { merged, team, set, spared }: VenueFacts,
  spansFor: TrainedFor,
  standing: LiveStanding | null,
  rules: ProgramSettings,
  today: Day,
): { trained: number; inScope: number } {
  const need = set.standards
    .filter((standard) => isAsked(standard, spared))
    .flatMap(({ evidence }) => evidence.flatMap(({ training }) => training ?? []))
    .find(({ types }) => types.includes(interventionType))
  if (merged || !need || !standing || !counts(standing)) return { trained: 0, inScope: 0 }
  const staff = team.people.filter(({ removedOn }) => !removedOn)
  const { trained, inScope } = coverageOfSpans(today, staff, spansFor(need), need, rules)
  return { trained, inScope }
}
