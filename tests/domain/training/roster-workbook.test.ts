import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { TrainingType } from '~/domain/standards/standard-set'
import { Unreadable } from '~/domain/table-bytes'
import { splitCells } from '~/domain/table-cells'
import type { RosterReading, RosterRules } from '~/domain/training/read-roster'
import { readRosterSheets } from '~/domain/training/roster-sheets'
import { aWorkbook, aZip } from '~tests/support/workbook'

const types = z
  .array(TrainingType)
  .parse(JSON.parse(readFileSync('db/program-pack/training-types.json', 'utf8')))
const rules: RosterRules = { types, today: '2026-11-22' }

test.each(['0-lantern-room.csv', '3-handmade-spreadsheet-cp1252.csv', '6-everything-wrong.csv'])(
  '%s says in a workbook what it says as a text',
  async (file) => {
    const bytes = readFileSync(`tests/support/rosters/${file}`)
    const text = file.startsWith('3') ? bytes.toString('latin1') : bytes.toString()
    const { rows } = splitCells(text, ',')
    const grid: string[][] = []
    for (const { row, cells } of rows) grid[row - 1] = cells
    const workbook = aWorkbook({ Staff: Array.from(grid, (cells) => cells ?? []) })
    const asText = said(await readRosterSheets(bytes, rules))
    const asWorkbook = said(await readRosterSheets(workbook, rules))
    expect(asWorkbook.people).toEqual(asText.people)
    // The last line of file 6 has a quotation mark that never closes; a workbook has no such lines.
    const inCells = asText.problems.filter(({ column }) => column !== '')
    expect(asWorkbook.problems).toEqual(inCells)
    expect(asWorkbook.notes).toEqual(asText.notes)
  },
)

test('dates come as dates, numbers as numbers, a ticked box asks when', async () => {
  const reading = await readRosterSheets(
    aWorkbook({
      Staff: [
        ['The Lantern Room'],
        [],
        ['Name', 'Hire date', 'Fake ID', 'Training', 'Completed', 'Cert #', 'CPR'],
        ['Ada Lang', day('2024-03-05'), day('2026-01-12'), 'CPR', day('2025-05-05'), 4000123, true],
        ['Bo Reyes', 45356, day('2026-02-13'), null, null, null, false],
      ],
    }),
    rules,
  )
  expect(reading.questions).toEqual([])
  expect(reading.people[0]).toMatchObject({
    name: 'Ada Lang',
    startedOn: '2024-03-05',
    records: [
      { type: 'cpr-aed', completedOn: '2025-05-05', certificateNumber: '4000123' },
      { type: 'fake-id', completedOn: '2026-01-12', row: 4 },
    ],
  })
  expect(reading.problems.map(({ row, column, cell }) => [row, column, cell])).toEqual([
    [4, 'CPR', 'yes'],
    [5, 'Hire date', '45356'],
  ])
})

test('the first sheet with a list is read; of several the person is asked, and private columns of all are let go', async () => {
  const sheets = {
    Cover: [['Our house']],
    Servers: [
      ['Name', 'DOB'],
      ['Ada Lang', '1990-01-01'],
    ],
    Door: [
      ['Name', 'SSN'],
      ['Bo Reyes', '000-00-0000'],
    ],
  }
  const one = await readRosterSheets(aWorkbook({ Cover: sheets.Cover, Door: sheets.Door }), rules)
  expect([one.people[0]?.name, one.questions]).toEqual(['Bo Reyes', []])

  const asked = await readRosterSheets(aWorkbook(sheets), rules)
  expect(asked.questions).toMatchObject([
    { id: 'sheet', choices: [{ value: 'Servers' }, { value: 'Door' }] },
  ])
  const copy = asked.copy()
  expect(Buffer.from(copy).toString()).not.toMatch(/1990|000-00/)
  const told = await readRosterSheets(copy, { ...rules, answers: { sheet: 'Door' } })
  expect([told.people.map(({ name, row }) => [name, row]), told.questions]).toEqual([
    [['Bo Reyes', 2]],
    [],
  ])
})

test.each([
  ['an older workbook', Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xx', 'latin1'), 'older Excel'],
  ['OpenDocument', aZip({ 'content.xml': '<x/>', mimetype: 'application/x' }), '.ods'],
  ['Numbers', aZip({ 'Index/Document.iwa': 'x' }), 'Apple Numbers'],
  ['a Word document', aZip({ 'word/document.xml': '<x/>' }), 'Word document'],
  ['a binary workbook', aZip({ 'xl/workbook.bin': 'x' }), '.xlsb'],
  ['a ZIP file', aZip({ 'team.csv': 'Name\nAda Lang\n' }), 'ZIP file'],
  [
    'a workbook cut short',
    aWorkbook({ A: [['Name'], ['Ada Lang']] }).subarray(0, 700),
    'cannot be read',
  ],
  ['a workbook without sheets', aZip({ 'xl/workbook.xml': '<workbook/>' }), 'cannot be read'],
  [
    'a bomb',
    aZip({ 'xl/workbook.xml': '', 'xl/sharedStrings.xml': 'a'.repeat(97_000_000) }),
    'too large',
  ],
  ['a cell far out', far('<row r="200000"><c r="XFD200000"><v>1</v></c></row>'), 'too large'],
  ['a row far down', far('<row r="9999999999"></row>'), 'cannot be read'],
  ['a list of nobody', aWorkbook({ A: [['Color'], ['red']] }), 'names its columns'],
])('%s: one sentence', async (_, bytes, sentence) => {
  const refusal = await readRosterSheets(bytes, rules).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Unreadable)
  expect((refusal as Unreadable).message).toContain(sentence)
})

function far(row: string): Uint8Array {
  return aZip({
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row}</sheetData></worksheet>`,
  })
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`)
}

function said({ encoding: _, copy: __, mapping: ___, ...rest }: RosterReading) {
  return rest
}
