import { frozenKnowledge } from '~/words/en/door-staff'
import { evidenceNames } from '~/words/en/names'
import type { FrozenCoverage } from '~db/schema/applications'
import type { Day } from '../dates'
import { frozenCoverage } from '../training/team'
import type { ZoneKnowledge } from '../zones/venue-zones.server'
import type { GoesAlong } from './share-selection'
import type { EvidenceRow } from './workspace-given.server'

export type ShareDay = { today: Day; timeZone: string }

type OfRow = 'words' | 'pointer' | 'fileId' | 'facts' | 'happenedOn' | 'confirmedOn' | 'confirmedBy'

/** A piece of evidence as a share takes it along. A policy is frozen by the share itself. */
export type Piece = Pick<EvidenceRow, 'standard' | 'kind' | 'policyId' | OfRow> & {
  title: string
  coverage: FrozenCoverage | null
}

/** Everything that goes along, piece by piece, as it stands on a day. */
export function piecesAlong(standards: readonly GoesAlong[], day: ShareDay): Piece[] {
  return standards.flatMap(({ work, evidence, coverage, doorStaff }) => {
    const standard = work.standard.code
    return [
      ...evidence.map((row) => ofRow(standard, row)),
      ...(coverage
        ? [
            {
              ...bare,
              ...{ standard, kind: 'training' as const, title: coverage.ask },
              coverage: frozenCoverage(coverage, day.today),
            },
          ]
        : []),
      ...(doorStaff?.zones ?? []).map((zone) => ofZone(standard, zone, day.timeZone)),
    ]
  })
}

/** What the venue says of each standard that goes along. */
export function answersAlong(standards: readonly GoesAlong[]) {
  return standards.flatMap(({ work: { standard, answer } }) => {
    if (!answer) return []
    const { stance, words, hearOn } = answer
    return { standard: standard.code, stance, words, hearOn }
  })
}

const bare = {
  ...{ policyId: null, pointer: null, fileId: null, coverage: null, happenedOn: null },
  ...{ words: '', facts: {}, confirmedOn: null, confirmedBy: null },
}

/** What the venue said of a zone, in words, so that it reads the same whatever becomes of the zone. */
function ofZone(standard: string, zone: ZoneKnowledge['zones'][number], timeZone: string): Piece {
  return {
    ...bare,
    standard,
    kind: 'acknowledgement',
    title: `Loading zone ${zone.name}`,
    words: frozenKnowledge(zone, timeZone),
    happenedOn: zone.knownOn,
  }
}

function ofRow(standard: string, row: EvidenceRow): Piece {
  const { kind, policyId, words, pointer, fileId, facts } = row
  const { happenedOn, confirmedOn, confirmedBy } = row
  return {
    ...{ standard, kind, policyId, words, pointer, fileId, facts },
    ...{ happenedOn, confirmedOn, confirmedBy },
    title: row.policyTitle ?? row.fileName ?? evidenceNames[kind],
    coverage: null,
  }
}
