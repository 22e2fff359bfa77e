import type { Day } from '../dates'
import type { TrainingType } from '../standards/standard-set'
import { endsOn, noEnd, type RecordFacts } from './expiry'

export type TrainingEnd =
  | { kind: 'open' }
  | { kind: 'through' | 'ended'; day: Day }
  /** A refresher without the full course that it would extend. */
  | { kind: 'needs_full' }

/** How long one of a person's trainings counts, by the rule of its type. */
export function trainingEnd(
  record: RecordFacts,
  own: readonly RecordFacts[],
  types: readonly TrainingType[],
  today: Day,
): TrainingEnd {
  const type = types.find(({ code }) => code === record.type)
  const day = type ? endsOn(record, type, own, types) : record.printedExpiry
  if (day === null) return type?.rule === 'refresher' ? { kind: 'needs_full' } : { kind: 'open' }
  if (day === noEnd) return { kind: 'open' }
  return { kind: day < today ? 'ended' : 'through', day }
}

/** The latest training of each type of one person, in the order of the program's types. */
export function latestTrainings<Kept extends RecordFacts>(
  own: readonly Kept[],
  types: readonly TrainingType[],
  today: Day,
): { record: Kept; title: string; end: TrainingEnd }[] {
  const latest = new Map<string, Kept>()
  for (const record of own) {
    const known = latest.get(record.type)
    if (!known || record.completedOn >= known.completedOn) latest.set(record.type, record)
  }
  const order = new Map(types.map(({ code }, i) => [code, i]))
  return [...latest.values()]
    .sort((a, b) => (order.get(a.type) ?? 99) - (order.get(b.type) ?? 99))
    .map((record) => ({
      record,
      title: titleOf(record.type, types),
      end: trainingEnd(record, own, types, today),
    }))
}

/** A type's title; the code itself where an older standard set named it. */
export function titleOf(code: string, types: readonly TrainingType[]): string {
  return types.find((type) => type.code === code)?.title ?? code
}

/** The records of a few people among those of a whole team, by staff id. */
export function recordsOfPeople<Kept extends RecordFacts>(
  people: readonly { id: string }[],
  records: readonly Kept[],
): Map<string, Kept[]> {
  const found = new Map<string, Kept[]>(people.map(({ id }) => [id, []]))
  for (const record of records) found.get(record.staffId)?.push(record)
  return found
}
