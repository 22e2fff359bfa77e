import type { Reading } from '../context'
import { type Day, dayOf } from '../dates'
import type { VenueId } from '../ids'
import { programOf, standardSetOf } from '../standards/program.server'
import type { ProgramSettings } from '../standards/program-settings'
import type { ReadinessAnswers } from '../standards/readiness'
import { isEssential, type Standard, type StandardSet } from '../standards/standard-set'
import { coverageOfVenue } from '../training/queries.server'
import type { StandardCoverage } from '../training/team'
import { type Venue, venueFor } from '../venues/queries.server'
import {
  knowledgeOf,
  type VenueZone,
  type ZoneKnowledge,
  zonesOfVenue,
} from '../zones/venue-zones.server'
import { venueMayEdit } from './application'
import { asksDoorStaff, doorStaffEvidence, isReplacedNote } from './door-staff'
import { applicationOfVenue, type OwnApplication } from './queries.server'
import { readinessOf } from './readiness'
import { type EvidenceGiven, isStillOpen, type Standing, standingOf } from './standing'
import { answersOf, type EvidenceRow, evidenceOf, type GivenAnswer } from './workspace-given.server'
import { privacyWords, readOnlyWords } from './workspace-words'

/** One standard of an application with all that the venue put beside it, and where it stands today. */
export type StandardWork = {
  standard: Standard
  answer: GivenAnswer | null
  /** An answer that has no words yet: kept for the venue, and counted nowhere. */
  bareAnswer: GivenAnswer | null
  evidence: EvidenceRow[]
  team: StandardCoverage | null
  /** What door staff know of the zones near the venue, where the standard asks for it and a zone serves. */
  doorStaff: ZoneKnowledge | null
  standing: Standing
  open: Standard['evidence']
  alternativeAccepted: boolean
  /** An essential that keeps the application from being ready. */
  holdsBack: boolean
}

export type Workspace = {
  venue: Venue
  application: OwnApplication | null
  set: StandardSet
  settings: ProgramSettings
  timeZone: string
  today: Day
  mayEdit: boolean
  /** Why it cannot be changed now; empty where it can, or has not begun. */
  readOnly: string
  /** Who reads what stands here; follows "Private to your team." */
  privacy: string
  /** What the venue answered in the readiness check, where it took that along. */
  readiness: ReadinessAnswers | null
  /** Whether the program has other standards in force by now than these. */
  newStandards: boolean
  /** The loading zones near the venue, the nearest first. */
  zones: VenueZone[]
  standards: StandardWork[]
}

/**
 * All that a venue's pages need to say where each standard stands, for the venue's own people.
 * Before an application has started, nothing has been given yet.
 */
export async function workspaceOf(reading: Reading, venueId: VenueId): Promise<Workspace> {
  const { db, actor, now } = reading
  const venue = await venueFor(db, actor, venueId)
  const application = await applicationOfVenue(db, actor, venueId)
  const { settings, timeZone, standardSetId } = await programOf(db)
  const set = await standardSetOf(db, application?.standardSetId ?? standardSetId)
  const today = dayOf(now, timeZone)

  const coverage = new Map(
    (await coverageOfVenue(reading, venueId, set, settings, today)).map((each) => [
      each.standard,
      each,
    ]),
  )
  const { answers, accepted } = await answersOf(db, application)
  const rows = await evidenceOf(db, application)
  const zones = await zonesOfVenue(db, venue, today)
  const knowledge = knowledgeOf(zones, today)

  const standards = set.standards.map((standard): StandardWork => {
    const { code } = standard
    const said = answers.get(code) ?? null
    const bare = said !== null && said.stance !== 'with_evidence' && said.words === ''
    const answer = bare ? null : said
    const evidence = rows.filter((row) => row.standard === code)
    const team = coverage.get(code) ?? null
    const alternativeAccepted = accepted.has(code)
    const doorStaff = asksDoorStaff(standard) ? knowledge : null
    const counted = evidence.filter(
      (row) => (!row.policyId || row.policyWritten) && !isReplacedNote(row, doorStaff),
    )
    const given = {
      stance: answer?.stance ?? 'with_evidence',
      evidence: [...counted, ...teamEvidence(team), ...doorStaffEvidence(doorStaff)],
      alternativeAccepted,
      profile: venue.profile,
    } as const
    const { standing, open } = standingOf(standard, given, today)
    const begun = standing === 'not_started' && (bare || evidence.length > 0)
    const holdsBack = isEssential(standard) && isStillOpen(standing, given)
    return {
      standard,
      answer,
      bareAnswer: bare ? said : null,
      evidence,
      team,
      doorStaff,
      standing: begun ? 'started' : standing,
      open,
      alternativeAccepted,
      holdsBack,
    }
  })
  const mayEdit = application !== null && venueMayEdit(application.state)
  const readOnly = application && !mayEdit ? readOnlyWords(application.state) : ''
  const privacy = privacyWords(application)
  const newStandards = application !== null && application.standardSetId !== standardSetId
  const known = { newStandards, venue, application, set, settings, timeZone, today }
  const readiness = application && readinessOf(application, venue.profile)
  return { ...known, mayEdit, readOnly, privacy, readiness, zones, standards }
}

/** The staff list speaks for itself: it is evidence without a row of its own. */
export function teamEvidence(team: StandardCoverage | null): EvidenceGiven[] {
  if (!team) return []
  const { met, trained } = team.coverage
  const coverage = { met, trained, listed: team.listed }
  return [{ kind: 'training', happenedOn: null, facts: {}, coverage }]
}
