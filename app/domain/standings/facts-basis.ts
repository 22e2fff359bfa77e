import { isOpen } from '../applications/application'
import { type HeldCertificate, isOver } from '../certificates/standing.server'
import { certificateStatus } from '../certificates/status'
import type { Day } from '../dates'
import type { ProgramSettings } from '../standards/program-settings'
import type { ApplicationFacts } from './venue-facts'

/** The application that a venue works on: the open one, else the newest. */
export function inHand(applications: readonly ApplicationFacts[]): ApplicationFacts | null {
  return applications.find(({ state }) => isOpen(state)) ?? applications[0] ?? null
}

/** Whether a certificate's dates leave it a life, whatever its venue has let lapse. */
export function isRunning(certificate: HeldCertificate, settings: ProgramSettings, today: Day) {
  return !isOver(certificateStatus({ ...certificate, lapsedSince: null, settings }, today))
}
