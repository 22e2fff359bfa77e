import type { ApplicationState } from '~db/vocabulary'
import type { DatedEvidence } from '../certificates/dated-evidence'
import type { LiveTeam } from '../certificates/lapses'
import type { Spared } from '../certificates/spared'
import type { HeldCertificate } from '../certificates/standing.server'
import type { Day } from '../dates'
import type { ApplicationId, StandardSetId } from '../ids'
import type { StandardSet } from '../standards/standard-set'

export type ApplicationFacts = {
  id: ApplicationId
  state: ApplicationState
  standardSetId: StandardSetId
  /** Before its first share an application is the venue's own, and no count of the program tells of it. */
  shared: boolean
}

/** All that is counted of a venue, as it stands now. Nobody's name is in here. */
export type VenueFacts = {
  merged: boolean
  /** Somebody of the venue is known to the program as its own. */
  confirmed: boolean
  /** The last day on which an open invitation can be used. */
  invitedUntil: Day | null
  /** The newest first. */
  applications: readonly ApplicationFacts[]
  /** The newest one. */
  certificate: HeldCertificate | null
  team: LiveTeam
  dated: readonly DatedEvidence[]
  spared: Spared
  /** What the venue is asked: of its running certificate, else of the application in hand. */
  set: StandardSet
}
