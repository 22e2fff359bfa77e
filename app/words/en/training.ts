import { type StaffPosition, staffPositions } from '~db/vocabulary'
import { choiceOf, countOf, formatDay, formatNumber, listOf, lowered } from './format'
import { positionNames } from './names'

type Figures = { trained: number; inScope: number; newHires: number; onLeave: number }

const oneAndMany: Record<StaffPosition, readonly [one: string, many: string]> = {
  owner: ['owner', 'owners'],
  manager: ['manager', 'managers'],
  bartender: ['bartender', 'bartenders'],
  barback: ['barback', 'barbacks'],
  server: ['server', 'servers'],
  host: ['host', 'hosts'],
  door: ['door staff', 'door staff'],
  security: ['security staff', 'security staff'],
  kitchen: ['kitchen staff', 'kitchen staff'],
  other: ['team member', 'team members'],
}

/** "9 of 10 servers current; 2 more in their first 30 days; 1 on leave" */
export function coverageWords(
  { trained, inScope, newHires, onLeave }: Figures,
  positions: readonly StaffPosition[],
  newHireDays: number,
  locale = 'en-US',
): string {
  const [one, many] = peopleWords(positions)
  const rest = [
    ...(newHires
      ? [`${formatNumber(newHires, locale)} more in their first ${newHireDays} days`]
      : []),
    ...(onLeave ? [`${formatNumber(onLeave, locale)} on leave`] : []),
  ]
  const first = inScope
    ? `${formatNumber(trained, locale)} of ${countOf(inScope, one, many, locale)} current`
    : 'Nobody counts yet'
  return [first, ...rest].join('; ')
}

/** What people in scope are called: "server" and "servers" where there is one position, else "person" and "people". */
export function peopleWords(
  positions: readonly StaffPosition[],
): readonly [one: string, many: string] {
  const [only] = positions
  return positions.length === 1 && only ? oneAndMany[only] : ['person', 'people']
}

/** What the standard asks and what it takes: "8 are asked for: 2 more people to train." */
export function askWords(
  figures: Figures & { required: number; met: boolean },
  positions: readonly StaffPosition[],
  locale = 'en-US',
): string {
  const { trained, inScope, newHires, onLeave, required, met } = figures
  if (inScope === 0 && newHires + onLeave === 0) {
    const roles = choiceOf(
      positions.map((position) => oneAndMany[position][0]),
      locale,
    )
    return `Nobody on your list works as ${roles}, so nothing is asked.`
  }
  if (inScope === 0) return 'New people and people on leave are not asked yet.'
  const asked = `The standard asks for ${formatNumber(required, locale)}`
  if (met) return `${asked}, so this is in place.`
  const missing = countOf(required - trained, 'more person', 'more people', locale)
  return `${asked}: ${missing} to train.`
}

/** "If nothing changes, it falls below that on March 5, 2027." */
export function fallsBelowWords(day: string, locale = 'en-US'): string {
  return `If nothing changes, it falls below that on ${formatDay(day, locale)}.`
}

type Counts = { new: number; changed: number; unchanged: number; refused: number }

/** "12 new, 3 changed, 1 left out": what an import does to people or trainings. */
export function countsWords(counts: Counts, locale = 'en-US'): string {
  const parts = [
    [counts.new, 'new'],
    [counts.changed, 'changed'],
    [counts.unchanged, 'unchanged'],
    [counts.refused, 'left out'],
  ] as const
  const some = parts.filter(([count]) => count > 0)
  return some.map(([count, word]) => `${formatNumber(count, locale)} ${word}`).join(', ') || 'None'
}

/** "Row 5", "Rows 5, 8, and 11", and not more of them than anybody reads. */
export function rowsWords(rows: readonly number[], locale = 'en-US'): string {
  const named = rows.slice(0, 12).map((row) => formatNumber(row, locale))
  const rest = rows.length - named.length
  if (rest > 0) named.push(`${formatNumber(rest, locale)} more`)
  return rows.length === 1 ? `Row ${named[0]}` : `Rows ${listOf(named, locale)}`
}

/** The button that carries an import out: "Import 12 people and 30 trainings". */
export function importWords(people: Counts, records: Counts, locale = 'en-US'): string {
  const parts = [
    ...(people.new ? [countOf(people.new, 'new person', 'new people', locale)] : []),
    ...(people.changed
      ? [countOf(people.changed, 'changed person', 'changed people', locale)]
      : []),
    ...(records.new + records.changed
      ? [countOf(records.new + records.changed, 'training', 'trainings', locale)]
      : []),
  ]
  return `Import ${listOf(parts, locale)}`
}

/** Why a confirmed import was not carried out, where nobody could have known before. */
export const importWasCut =
  'Lamplight was started anew while it was being imported. You can import it again now.'
export const importBroke =
  'Something went wrong on our side, and we have a note of it. Please try it again, and write to the program if it happens twice.'

/** A long list on the team's page, for as long as it is not imported. */
export function openImportWords(fileName: string, underWay: boolean) {
  return underWay
    ? { words: `“${fileName}” is being imported.`, link: 'See how far it is' }
    : { words: `“${fileName}” was not imported.`, link: 'See why, and try again' }
}

type ImportStep = { step: 'waiting' | 'reading' | 'writing'; done: number; of: number }

/** How far an import is: "Reading your list: 4,000 of 12,000 rows." */
export function importProgressWords({ step, done, of }: ImportStep, locale = 'en-US'): string {
  if (step === 'waiting') return 'Another list is being read; yours is next.'
  const [now, all] = [formatNumber(done, locale), formatNumber(of, locale)]
  if (step === 'writing') return `Writing: ${now} of ${all} people and trainings.`
  return of === 0 ? 'Reading your list.' : `Reading your list: ${now} of ${all} rows.`
}

type TrainingEnd =
  | { kind: 'open' }
  | { kind: 'through' | 'ended'; day: string }
  | { kind: 'needs_full' }

/** "Checking age and ID, through March 1, 2028" */
export function trainingEndWords(title: string, end: TrainingEnd, locale = 'en-US'): string {
  const words = endWords(end, locale)
  return `${title}, ${lowered(words)}`
}

/** How long a training counts. */
export function endWords(end: TrainingEnd, locale = 'en-US'): string {
  if (end.kind === 'through') return `Through ${formatDay(end.day, locale)}`
  if (end.kind === 'ended') return `Ended ${formatDay(end.day, locale)}`
  return end.kind === 'open' ? 'Current' : 'Once there is a full course'
}

type Covered = {
  standing: 'trained' | 'untrained' | 'new_hire' | 'on_leave'
  endsOn: string | null
}

/** Where one person stands for a standard. */
export function standingWords(
  { standing, endsOn }: Covered,
  newHireDays: number,
  locale = 'en-US',
): string {
  if (standing === 'new_hire') return `Not counted yet: in the first ${newHireDays} days.`
  if (standing === 'on_leave') return 'Not counted: on leave.'
  const day = endsOn ? formatDay(endsOn, locale) : null
  if (standing === 'trained') return day ? `Current through ${day}.` : 'Current.'
  return day ? `Open: the last training ended ${day}.` : 'Open: no training on the list yet.'
}

/** Above the figures and on every page with names. */
export const teamNotices = {
  names:
    'Names stay with your venue. What you share shows roles, dates and a number, such as “Bartender 3”.',
  noPrivateFacts:
    'Please leave out birth dates, social security numbers, addresses and pay. They do not belong here.',
  template: 'Download the template (CSV)',
  others: (count: number, locale = 'en-US') =>
    count === 1
      ? '1 person is listed as “Other”, so nothing is asked of them. Choose what they do, if you know.'
      : `${formatNumber(count, locale)} people are listed as “Other”, so nothing is asked of them. Choose what they do, where you know it.`,
} as const

/** What a column of a staff list can be read as, trainings apart. */
export const columnUseNames = {
  none: 'Leave out',
  fullName: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  position: 'Role',
  startedOn: 'First day',
  status: 'Working, on leave or left',
  leftOn: 'Last day',
  staffNumber: 'Employee number (not kept)',
  training: 'Name of the training',
  completedOn: 'Day of the training',
  printedExpiry: 'Training valid until',
  certificateNumber: 'Certificate number',
} as const

/** The positions as a form offers them. */
export const positionChoices = staffPositions.map((position) => ({
  value: position,
  label: positionNames[position],
}))

/** What taking an import back does, a sentence for each kind of thing. */
export function undoWords(
  counts: { staffRemoved: number; recordsRemoved: number; back: number },
  locale = 'en-US',
): string[] {
  const { staffRemoved, recordsRemoved, back } = counts
  return [
    ...(staffRemoved
      ? [`Off the list: ${countOf(staffRemoved, 'person', 'people', locale)} who came with it.`]
      : []),
    ...(recordsRemoved
      ? [`Removed: ${countOf(recordsRemoved, 'training', 'trainings', locale)} that came with it.`]
      : []),
    ...(back
      ? [`As before the import: ${countOf(back, 'entry', 'entries', locale)} that it changed.`]
      : []),
  ]
}
