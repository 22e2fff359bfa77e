import type { Day } from '../dates'
import type { Standard } from '../standards/standard-set'
import type { ZoneKnowledge } from '../zones/venue-zones.server'
import type { EvidenceGiven } from './standing'
import type { EvidenceRow } from './workspace-given.server'

/** Whether a standard asks that the door team knows the zones near the venue. */
export function asksDoorStaff({ evidence }: Standard): boolean {
  return evidence.some(({ kind }) => kind === 'acknowledgement')
}

/** What the venue said of the zones near it is evidence without a row of its own, as the staff list is. */
export function doorStaffEvidence(doorStaff: ZoneKnowledge | null): EvidenceGiven[] {
  if (!doorStaff?.known) return []
  return [{ kind: 'acknowledgement', happenedOn: lastSaid(doorStaff), facts: {} }]
}

/** A note about the door team is the way only where no zone serves: elsewhere the zones speak for it. */
export function isReplacedNote(
  { kind }: Pick<EvidenceRow, 'kind'>,
  doorStaff: ZoneKnowledge | null,
): boolean {
  return kind === 'acknowledgement' && doorStaff !== null
}

function lastSaid({ zones }: ZoneKnowledge): Day | null {
  return zones.reduce<Day | null>(
    (last, { knownOn }) => (knownOn && (!last || knownOn > last) ? knownOn : last),
    null,
  )
}
