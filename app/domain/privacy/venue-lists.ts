import { recordStateNames } from '~/words/en/cards'
import { positionNames } from '~/words/en/names'
import type { RecordState } from '~db/vocabulary'
import { type EventKind, eventSentences } from '../events'
import { csvOf } from '../table-export'
import { type PaperFacts as Facts, moment, of, when } from './paper-words'
import type { DataEntry } from './venue-data.server'

/** The staff list, the training records, and what happened: for a spreadsheet. */
export function listsOf(facts: Facts): DataEntry[] {
  const { rows, names } = facts
  const staff = new Map(of(rows, 'staff').map((person) => [person.id, String(person.name)]))
  const cell = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  const team = of(rows, 'staff').map((p) => [
    cell(p.name),
    positionNames[p.position as keyof typeof positionNames],
    ...[p.startedOn, p.leftOn].map(cell),
    p.onLeave ? 'yes' : 'no',
    p.removedAt ? 'yes' : 'no',
  ])
  const records = of(rows, 'training_records').map((r) => [
    staff.get(r.staffId) ?? '',
    ...[r.type, r.completedOn, r.printedExpiry, r.certificateNumber].map(cell),
    recordStateNames[r.state as RecordState],
    r.removedAt ? 'yes' : 'no',
  ])
  const happened = [...of(rows, 'events')]
    .sort((a, b) => moment(a.at) - moment(b.at))
    .map(({ at, personId, kind }) => [
      when(facts, at),
      names.get(String(personId)) ?? 'Lamplight',
      eventSentences[kind as EventKind] ?? String(kind),
    ])
  const teamHead = ['Name', 'Role', 'First day', 'Last day', 'On leave', 'Removed']
  const recordHead = [
    'Name',
    'Training',
    'Completed on',
    'Expires on',
    'Certificate number',
    'State',
    'Removed',
  ]
  return [
    list('staff', 'Staff list', [teamHead, ...team]),
    list('training-records', 'Training records', [recordHead, ...records]),
    list('what-happened', 'What happened, and when', [['When', 'Who', 'What'], ...happened]),
  ]
}

function list(name: string, title: string, rows: string[][]): DataEntry {
  return { path: `lists/${name}.csv`, title, from: { text: csvOf(rows) } }
}
