import { frozenKnowledge } from '~/words/en/door-staff'
import { evidenceNames } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { roundAnswers, roundEvidence } from '~db/schema'
import type { Day } from '../dates'
import { newId, type RoundId } from '../ids'
import { freezePolicy } from '../policies/freeze-policy.server'
import { frozenCoverage } from '../training/team'
import type { ZoneKnowledge } from '../zones/venue-zones.server'
import type { GoesAlong } from './share-selection'
import type { EvidenceRow } from './workspace-given.server'

type Frozen = typeof roundEvidence.$inferInsert

/**
 * Freezes what goes along into a round: policies as they read now, figures as they stand today with
 * aliases in place of names. Returns the whole as text, for its digest.
 */
export async function freezeRound(
  tx: Tx,
  roundId: RoundId,
  standards: readonly GoesAlong[],
  { today, now, timeZone }: { today: Day; now: Date; timeZone: string },
): Promise<string> {
  const frozen: Frozen[] = []
  for (const { work, evidence, coverage, doorStaff } of standards) {
    const standard = work.standard.code
    for (const row of evidence) {
      const policyVersionId = row.policyId ? await freezePolicy(tx, row.policyId, now) : null
      frozen.push({ ...ofRow(roundId, standard, row), policyVersionId })
    }
    if (coverage) {
      const base = { id: newId('rev'), roundId, standard, kind: 'training' as const }
      const figures = frozenCoverage(coverage, today)
      frozen.push({ ...base, title: coverage.ask, words: '', facts: {}, coverage: figures })
    }
    for (const zone of doorStaff?.zones ?? []) {
      frozen.push(ofZone(roundId, standard, zone, timeZone))
    }
  }
  const answered = standards.flatMap(({ work: { standard, answer } }) => {
    if (!answer) return []
    const { stance, words, hearOn } = answer
    return { roundId, standard: standard.code, stance, words, hearOn }
  })
  if (frozen.length > 0) await tx.insert(roundEvidence).values(frozen)
  if (answered.length > 0) await tx.insert(roundAnswers).values(answered)
  return JSON.stringify({ answered, frozen })
}

/** What the venue said of a zone, in words, so that it reads the same whatever becomes of the zone. */
function ofZone(
  roundId: RoundId,
  standard: string,
  zone: ZoneKnowledge['zones'][number],
  timeZone: string,
): Frozen {
  return {
    id: newId('rev'),
    roundId,
    standard,
    kind: 'acknowledgement',
    title: `Loading zone ${zone.name}`,
    words: frozenKnowledge(zone, timeZone),
    facts: {},
    happenedOn: zone.knownOn,
  }
}

function ofRow(roundId: RoundId, standard: string, row: EvidenceRow): Frozen {
  return {
    id: newId('rev'),
    roundId,
    standard,
    kind: row.kind,
    title: row.policyTitle ?? row.fileName ?? evidenceNames[row.kind],
    words: row.words,
    pointer: row.pointer,
    fileId: row.fileId,
    facts: row.facts,
    happenedOn: row.happenedOn,
    confirmedOn: row.confirmedOn,
    confirmedBy: row.confirmedBy,
  }
}
