import { type Grid, readGrid } from '../table'
import { Unreadable } from '../table-bytes'
import { copyOfSheets, sheetsOfCopy } from '../table-copy'
import { isZip, type NamedGrid, readWorkbook } from '../workbook'
import { type RosterReading, type RosterRules, readRoster, readRosterGrid } from './read-roster'
import type { RosterQuestion } from './roster-notes'

type SheetReading = { name: string; reading: ReturnType<typeof readRosterGrid> }

/**
 * Reads a staff list by what is in the file: a text, or a workbook whose first sheet with a list is
 * read. Where several hold one, the person is asked. Throws Unreadable when there is none.
 */
export async function readRosterSheets(
  bytes: Uint8Array,
  rules: RosterRules,
): Promise<RosterReading> {
  const sheets = await sheetsOf(bytes)
  if (!sheets) return readRoster(bytes, rules)
  const lists = listsIn(sheets, rules)
  const told = lists.find(({ name }) => name === rules.answers?.sheet)
  const chosen = told ?? lists[0]
  if (!chosen)
    throw new Unreadable('There is no sheet in this workbook; please choose another file.')
  const asks = lists.length > 1 && !told
  return {
    ...chosen.reading,
    questions: [...(asks ? [sheetQuestion(lists)] : []), ...chosen.reading.questions],
    copy: () =>
      copyOfSheets(lists.map(({ name, reading }) => ({ name, copy: reading.copy() ?? empty }))),
  }
}

/** The sheets of a workbook, or of the copy that was kept of one; null for a text. */
async function sheetsOf(bytes: Uint8Array): Promise<NamedGrid[] | null> {
  if (isZip(bytes)) return readWorkbook(bytes)
  const kept = sheetsOfCopy(bytes)
  return kept?.map(({ name, copy }) => ({ name, grid: asWorkbook(readGrid(copy)) })) ?? null
}

function asWorkbook(grid: Grid): Grid {
  return { ...grid, encoding: 'workbook' }
}

function listsIn(sheets: readonly NamedGrid[], rules: RosterRules): SheetReading[] {
  const lists: SheetReading[] = []
  let refusal: Unreadable | null = null
  for (const { name, grid } of sheets) {
    try {
      const reading = readRosterGrid(grid, rules)
      if (reading.people.length > 0 || reading.problems.length > 0) lists.push({ name, reading })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refusal ??= error
    }
  }
  if (lists.length === 0 && refusal) throw refusal
  return lists
}

function sheetQuestion(lists: readonly SheetReading[]): RosterQuestion {
  return {
    id: 'sheet',
    sentence: 'This workbook has several lists. Which sheet holds your staff list?',
    choices: lists.map(({ name }) => ({ value: name, label: name })),
  }
}

const empty = new Uint8Array()
