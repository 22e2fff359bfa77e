import { countOf, formatDay } from '~/words/en/format'
import { positionNames } from '~/words/en/names'
import type { TrainingType } from '../standards/standard-set'
import type { PersonFacts } from './merge-person'
import type { RosterPlan } from './plan-roster'
import { titleOf } from './trainings'

type Line = { name: string; words: string }

/** So many lines of one kind are shown; the count tells the rest. */
const shown = 200

/** What an import would do, person by person. */
export function changeLines(plan: RosterPlan, types: readonly TrainingType[]) {
  return {
    added: cut(plan.peopleAdded, ({ name, facts, records }) => ({
      name,
      words: [
        positionNames[facts.position],
        ...(facts.startedOn ? [`since ${formatDay(facts.startedOn)}`] : []),
        ...(facts.onLeave ? ['on leave'] : []),
        ...(facts.leftOn ? [`left ${formatDay(facts.leftOn)}`] : []),
        ...(records.length > 0 ? [countOf(records.length, 'training', 'trainings')] : []),
      ].join(', '),
    })),
    changed: cut(plan.peopleChanged, ({ before, after }) => ({
      name: before.name,
      words: differences(before, after).join('; '),
    })),
    trainings: cut(trainingLines(plan, types), (line) => line),
  }
}

function cut<Item>(items: readonly Item[], lineOf: (item: Item) => Line) {
  return { total: items.length, lines: items.slice(0, shown).map(lineOf) }
}

function trainingLines(plan: RosterPlan, types: readonly TrainingType[]): Line[] {
  const added = plan.recordsAdded.map(({ name, record }) => ({
    name,
    words: `${titleOf(record.type, types)}, completed ${formatDay(record.completedOn)}`,
  }))
  const changed = plan.recordsChanged.map(({ name, before, after }) => ({
    name,
    words: [
      `${titleOf(before.type, types)}, completed ${formatDay(before.completedOn)}`,
      ...(after.printedExpiry !== before.printedExpiry
        ? [`now valid until ${day(after.printedExpiry)}`]
        : []),
      ...(after.certificateNumber !== before.certificateNumber
        ? [`now with number ${after.certificateNumber}`]
        : []),
    ].join(', '),
  }))
  return [...added, ...changed]
}

function differences(before: PersonFacts, after: PersonFacts): string[] {
  const found: string[] = []
  if (after.position !== before.position) {
    found.push(`role: ${positionNames[before.position]}, now ${positionNames[after.position]}`)
  }
  if (after.startedOn !== before.startedOn) {
    found.push(`first day: ${day(before.startedOn)}, now ${day(after.startedOn)}`)
  }
  if (after.leftOn !== before.leftOn) {
    found.push(after.leftOn ? `left on ${day(after.leftOn)}` : 'back on the team')
  }
  if (after.onLeave !== before.onLeave && !after.leftOn) {
    found.push(after.onLeave ? 'on leave' : 'back from leave')
  }
  return found
}

function day(value: string | null): string {
  return value ? formatDay(value) : 'not given'
}
