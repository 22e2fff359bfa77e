import type { StaffPosition } from '~db/vocabulary'
import type { Day } from '../dates'
import type { PersonName } from './roster-names'
import { findStatus, type positionFinder } from './roster-positions'
import type { RowReader } from './roster-row'

export type RosterRecord = {
  row: number
  /** The code of a training type. */
  type: string
  completedOn: Day
  printedExpiry: Day | null
  certificateNumber: string | null
}

export type RosterPerson = PersonName & {
  /** The first row that names the person. */
  row: number
  /** Null where the file does not say; what the staff list holds then stays. */
  position: StaffPosition | null
  startedOn: Day | null
  /** Null where the file does not say. */
  onLeave: boolean | null
  leftOn: Day | null
  records: RosterRecord[]
}

export type PersonRules = { today: Day; findPosition: ReturnType<typeof positionFinder> }

/** Reads what a row says of the person apart from trainings; what an earlier row said is kept. */
export function readPersonFacts(
  person: RosterPerson,
  row: RowReader,
  { today, findPosition }: PersonRules,
): void {
  readPosition(person, row, findPosition)
  const startedOn = row.day('startedOn')
  if (startedOn && person.startedOn && startedOn !== person.startedOn) {
    row.problem('startedOn', {
      why: `An earlier row gives ${person.name} another date; that one was kept.`,
      mend: 'Make the two rows agree, or give two people of one name an employee number each.',
    })
  }
  person.startedOn ??= startedOn
  readStatus(person, row, today)
}

function readPosition(
  person: RosterPerson,
  row: RowReader,
  findPosition: PersonRules['findPosition'],
): void {
  const cell = row.cell('position')
  if (cell === '') return
  const position = findPosition(cell)
  if (!position) {
    row.problem('position', {
      why: 'We do not know this role, so the person is listed as “other”.',
      mend: 'Choose the role on the staff list after the import, or write one such as “Server”.',
    })
  } else if (person.position && person.position !== position) {
    row.problem('position', {
      why: `An earlier row gives ${person.name} another role; that one was kept.`,
      mend: 'Make the two rows agree.',
    })
  }
  person.position ??= position ?? 'other'
}

function readStatus(person: RosterPerson, row: RowReader, today: Day): void {
  const leftOn = row.day('leftOn')
  const cell = row.cell('status')
  const status = findStatus(cell)
  if (cell !== '' && !status) {
    row.problem('status', {
      why: 'We do not know this status, so the person counts as active.',
      mend: 'Write Active, On leave or Inactive.',
    })
  }
  if (cell !== '') person.onLeave ??= status === 'on_leave'
  if (leftOn) person.leftOn ??= leftOn
  if (status === 'left' && !person.leftOn) {
    row.problem('status', {
      why: 'This person has left, but no date says when; today is taken.',
      mend: 'Add the last day if it matters to you.',
    })
    person.leftOn = today
  }
  if (person.leftOn && person.startedOn && person.leftOn < person.startedOn) {
    row.problem(row.has('leftOn') ? 'leftOn' : 'startedOn', {
      why: 'This person would have left before starting; the first day was left out.',
      mend: 'Check both dates.',
    })
    person.startedOn = null
  }
}
