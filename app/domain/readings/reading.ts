import { staffPositions } from '~db/vocabulary'
import { addDays, addMonths, type Day } from '../dates'
import type { EvidenceAsk } from '../standards/standard-set'
import { type Coverage, coverageOn } from '../training/coverage'
import { type StaffFacts, type Standing, standingsOn } from '../training/coverage-standing'
import type { RecordFacts } from '../training/expiry'

export type ReadingFacts = { number: number; asksAgain: boolean; putOn: Day }
export type SignatureFacts = { staffId: string | null; reading: number; signedOn: Day }
export type CountAsk = NonNullable<EvidenceAsk['count']>

export type Team = {
  staff: readonly StaffFacts[]
  readings: readonly ReadingFacts[]
  signatures: readonly SignatureFacts[]
}

export type Signed = Pick<Coverage, 'inScope' | 'trained' | 'required' | 'met'> & {
  newHires: number
  onLeave: number
  /** From this day the count lasts its months: the day of the signature that completes what is asked. */
  since: Day | null
  standings: Map<string, Standing>
}

/**
 * How many of the team have signed that they read the policies, counted as every coverage is: past the
 * first days and without those on leave. A signature lasts its months; when the venue asks again after a
 * change, it lasts as long from then as a new person has for their trainings.
 */
export function signedOf(
  today: Day,
  { staff, readings, signatures }: Team,
  { percent, months }: CountAsk,
  { newHireDays }: { newHireDays: number },
): Signed {
  const asked = readings.filter(({ asksAgain }) => asksAgain)
  const ends = (signature: SignatureFacts): Day => {
    const again = asked.find(({ number }) => number > signature.reading)
    const own = addMonths(signature.signedOn, months)
    const cut = again && addDays(again.putOn, newHireDays)
    return cut && cut < own ? cut : own
  }
  const records = signatures.flatMap((signature): RecordFacts[] => {
    const { staffId, signedOn } = signature
    return staffId ? [{ staffId, type, completedOn: signedOn, printedExpiry: ends(signature) }] : []
  })
  const coverage = coverageOn(today, staff, records, need(percent), types, { newHireDays })
  const standings = standingsOn(today, staff, records, need(percent), types, { newHireDays })
  const lasting = records.filter(({ staffId }) => standings.get(staffId) === 'trained')
  const { inScope, trained, required, met, newHires, onLeave } = coverage
  const since = sinceWhen(lasting, required, months)
  return { inScope, trained, required, met, newHires, onLeave, since, standings }
}

const type = 'reading'
const types = [
  { code: type, title: type, rule: 'printed_date' as const, synonyms: [], positions: [] },
]

function need(percent: number) {
  return { types: [type], positions: [...staffPositions], percent }
}

/** Of those whose signature lasts longest, as many as are asked: the one of them that ends first says when. */
function sinceWhen(records: readonly RecordFacts[], required: number, months: number): Day | null {
  const longest = new Map<string, Day>()
  for (const { staffId, printedExpiry } of records) {
    const known = longest.get(staffId)
    if (printedExpiry && (!known || printedExpiry > known)) longest.set(staffId, printedExpiry)
  }
  const ends = [...longest.values()].sort().reverse()
  const last = ends[Math.min(Math.max(required, 1), ends.length) - 1]
  return last ? addMonths(last, -months) : null
}
