import { addDays, type Day } from '../dates'
import type { TrainingNeed, TrainingType } from '../standards/standard-set'
import { endsOn, noEnd, type RecordFacts } from './expiry'

export type CoverageRules = { newHireDays: number; graceDays?: number }

/** A stretch of days, both ends included, in which a person's training is current. */
export type Span = { from: Day; to: Day }

/**
 * When each person was trained for a need: merged stretches in order, by staff id. A refresher of a
 * training that the need names counts too, and the need's own months replace those of the type.
 */
export function trainedSpans(
  records: readonly RecordFacts[],
  need: TrainingNeed,
  types: readonly TrainingType[],
  rules: CoverageRules,
): Map<string, Span[]> {
  return mergedSpans(countedSpans(records, need, types, rules))
}

/** The stretches of a need, by staff id. */
export type TrainedFor = (need: TrainingNeed) => ReadonlyMap<string, readonly Span[]>

/** The same for whoever asks for several needs, or for one several times: each is worked out once. */
export function trainedFor(
  records: readonly RecordFacts[],
  types: readonly TrainingType[],
  rules: CoverageRules,
): TrainedFor {
  const own = byPerson(records)
  const known = new Map<TrainingNeed, ReadonlyMap<string, readonly Span[]>>()
  return (need) => {
    const spans = known.get(need) ?? mergedSpans(spansOf(own, need, types, rules))
    known.set(need, spans)
    return spans
  }
}

export function mergedSpans(counted: ReadonlyMap<string, readonly Span[]>): Map<string, Span[]> {
  return new Map([...counted].map(([staffId, own]) => [staffId, merged(own)]))
}

/** The stretch for which one record counts, with the type of training that it is of. */
export type CountedSpan = Span & { type: string }

/** The stretch for which each single record counts, from the day it was completed, by staff id. */
export function countedSpans(
  records: readonly RecordFacts[],
  need: TrainingNeed,
  types: readonly TrainingType[],
  rules: CoverageRules,
): Map<string, CountedSpan[]> {
  return spansOf(byPerson(records), need, types, rules)
}

function spansOf(
  recordsOf: ReadonlyMap<string, readonly RecordFacts[]>,
  need: TrainingNeed,
  types: readonly TrainingType[],
  { graceDays }: CoverageRules,
): Map<string, CountedSpan[]> {
  const ruling = types.map((type) => asAsked(type, need))
  const byCode = new Map(ruling.map((type) => [type.code, type]))
  const spans = new Map<string, CountedSpan[]>()
  for (const [staffId, own] of recordsOf) {
    const found: CountedSpan[] = []
    for (const record of own) {
      const type = byCode.get(record.type)
      if (!type || !counts(type, need)) continue
      const to = endsOn(record, type, own, ruling, graceDays)
      if (to !== null && to >= record.completedOn) {
        found.push({ from: record.completedOn, to, type: type.code })
      }
    }
    if (found.length > 0) spans.set(staffId, found)
  }
  return spans
}

function counts(type: TrainingType, need: TrainingNeed): boolean {
  return (
    need.types.includes(type.code) ||
    (type.extends !== undefined && need.types.includes(type.extends))
  )
}

function asAsked(type: TrainingType, need: TrainingNeed): TrainingType {
  if (need.months === undefined || !counts(type, need)) return type
  const rule = type.rule === 'until_changed' ? 'fixed_months' : type.rule
  return { ...type, rule, months: need.months }
}

function byPerson(records: readonly RecordFacts[]): Map<string, RecordFacts[]> {
  const index = new Map<string, RecordFacts[]>()
  for (const record of records) {
    const own = index.get(record.staffId)
    if (own) own.push(record)
    else index.set(record.staffId, [record])
  }
  return index
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted(byBeginning)) {
    const last = result.at(-1)
    if (!last || (last.to !== noEnd && span.from > addDays(last.to, 1))) {
      result.push({ from: span.from, to: span.to })
    } else if (span.to > last.to) last.to = span.to
  }
  return result
}

function byBeginning(a: Span, b: Span): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0
}
