import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Day } from '~/domain/dates'
import { TrainingType } from '~/domain/standards/standard-set'
import { Unreadable } from '~/domain/table-bytes'
import { coverageOn } from '~/domain/training/coverage'
import { type RosterRules, readRoster } from '~/domain/training/read-roster'
import type { StaffPosition } from '~db/vocabulary'

const types = z
  .array(TrainingType)
  .parse(JSON.parse(readFileSync('db/program-pack/training-types.json', 'utf8')))
const today: Day = '2026-11-22'

function roster(file: string) {
  return readRoster(readFileSync(`tests/support/rosters/${file}`), { types, today })
}

function read(text: string, rules: Partial<RosterRules> = {}) {
  return readRoster(Buffer.from(text), { types, today, ...rules })
}

/** One line per problem: "row column". */
function places(problems: { row: number; column: string }[]) {
  return problems.map(({ row, column }) => `${row} ${column}`)
}

describe('0, one whole small venue', () => {
  const { people, problems, questions, notes, dropped, rows } = roster('0-lantern-room.csv')
  const records = people.flatMap((person) => person.records)

  test('is read whole: twelve people, thirty trainings, nothing to mend', () => {
    expect(people.map((person) => `${person.name}, ${person.position}`)).toEqual([
      'Marta Castillo, owner',
      'José Núñez, manager',
      'Priya Khan, manager',
      'Minh Tran, bartender',
      'Thảo Nguyen, bartender',
      'Kofi Mbeki, bartender',
      "Siobhán O'Brien, server",
      'Andrés García, server',
      'Selam Haile, server',
      'Quinn Smith-Jones, host',
      'Tariq Ali, door',
      'Dmitri Ivanov, door',
    ])
    expect(records).toHaveLength(30)
    expect(rows).toBe(31)
    expect({ problems, questions, notes, dropped }).toEqual({
      problems: [],
      questions: [],
      notes: [],
      dropped: { headers: [], sentence: null },
    })
  })

  test('knows its four trainings', () => {
    const held = (type: string) => records.filter((found) => found.type === type).length
    expect(held('responsible-service')).toBe(11)
    expect(held('sexual-assault-intervention')).toBe(9)
    expect(held('de-escalation')).toBe(5)
    expect(held('fake-id')).toBe(5)
  })

  test('gives the coverage that the venue reads: 9 of 9, and 1 more in the first 30 days', () => {
    const staff = people.map((person, i) => ({
      id: String(i),
      position: person.position ?? 'other',
      startedOn: person.startedOn,
      leftOn: person.leftOn,
      onLeave: person.onLeave ?? false,
    }))
    const facts = people.flatMap((person, i) =>
      person.records.map((found) => ({ staffId: String(i), ...found })),
    )
    const covered = (type: string, positions: StaffPosition[], percent: number) =>
      coverageOn(today, staff, facts, { types: [type], positions, percent }, types, {
        newHireDays: 30,
      })
    const servingRoles: StaffPosition[] = ['owner', 'manager', 'bartender', 'server', 'host']
    expect(covered('responsible-service', servingRoles, 90)).toMatchObject({
      trained: 9,
      inScope: 9,
      required: 8,
      met: true,
      newHires: 1,
    })
    expect(covered('fake-id', ['bartender', 'door'], 80)).toMatchObject({
      trained: 5,
      inScope: 5,
      required: 4,
      nextFallsBelow: '2027-10-06',
    })
    expect(covered('security-license', ['security'], 100)).toMatchObject({ inScope: 0, met: true })
  })
})

describe('1, a course vendor’s export', () => {
  const reading = roster('1-alcohol-course-export.csv')

  test('is read whole, its dates month first as 02/20/2026 shows', () => {
    expect(reading.people).toHaveLength(38)
    expect(reading.problems).toEqual([])
    expect(reading.questions).toEqual([])
    expect(reading.people[0]).toMatchObject({
      name: 'Fatima Peña',
      position: null,
      records: [record(2, 'responsible-service', '2024-06-09', '2027-06-09', '4000000')],
    })
    expect(reading.people.every((person) => person.records.length === 1)).toBe(true)
  })

  test('says what it did not need and what it cannot tell', () => {
    expect(reading.notes[0]).toBe('We did not need the column “Score”.')
    expect(reading.notes[1]).toMatch(/^This file does not say what each person does\./)
  })
})

test('2, names in one cell, semicolons: 25 people with a course each, email left out', () => {
  const reading = roster('2-food-safety-vendor.csv')
  expect(reading.problems).toEqual([])
  expect(reading.people).toHaveLength(25)
  expect(reading.people[1]).toMatchObject({
    firstName: 'Ursula',
    lastName: 'Chen',
    position: 'door',
    records: [record(3, 'responsible-service', '2026-02-14', null, '0000001')],
  })
  expect(reading.people.find((person) => person.name === 'María Park')?.position).toBe('kitchen')
  expect(reading.dropped.sentence).toBe(
    'We left out the column “E-mail”: the program keeps no email addresses.',
  )
  expect(JSON.stringify(reading)).not.toContain('example.test')
})

test('3, a handmade spreadsheet: title, total, courses as columns, "yes" asked for its date', () => {
  const reading = roster('3-handmade-spreadsheet-cp1252.csv')
  expect(reading.encoding).toBe('windows-1252')
  expect(reading.people).toHaveLength(30)
  expect(reading.people[0]).toMatchObject({ name: 'Mohammed Peña', startedOn: '2023-07-05' })
  expect(reading.people[1]?.records).toEqual([
    record(6, 'sexual-assault-intervention', '2025-03-05'),
    record(6, 'fake-id', '2026-08-14'),
  ])
  const asked = reading.problems.filter((problem) => problem.cell === 'yes')
  expect(asked).toHaveLength(10)
  expect(asked[0]).toEqual({
    row: 5,
    column: 'Bar Bystander',
    cell: 'yes',
    why: 'This says “yes”, but not when.',
    mend: 'Write the date with its year, such as 2026-03-05.',
  })
  expect(places(reading.problems.filter((problem) => problem.cell !== 'yes'))).toEqual([
    '21 Employee',
  ])
  expect(reading.notes).toEqual([
    'The column names are on row 4; what stands above was skipped.',
    'Row 37 is a total and was skipped.',
  ])
})

describe('4, a payroll export', () => {
  const reading = roster('4-payroll-export.tsv')

  test('is read whole: who works, who is on leave, who has left and when', () => {
    expect(reading.problems).toEqual([])
    expect(reading.people).toHaveLength(45)
    expect(reading.people.filter((person) => person.onLeave)).toHaveLength(9)
    expect(reading.people.filter((person) => person.leftOn)).toHaveLength(9)
    expect(reading.people[3]).toMatchObject({
      name: 'Wen Ortiz',
      position: 'barback',
      startedOn: '2024-01-28',
      onLeave: false,
      leftOn: '2026-11-18',
    })
    expect(reading.people[23]).toMatchObject({ name: 'Siobhán van Dijk', lastName: 'van Dijk' })
  })

  test('keeps no employee number', () => {
    expect(JSON.stringify(reading.people)).not.toContain('0000')
  })
})

test('5, one column per course: 85 trainings, refreshers told from full courses', () => {
  const reading = roster('5-one-column-per-course.csv')
  expect(reading.problems).toEqual([])
  expect(reading.people).toHaveLength(22)
  expect(reading.people.flatMap((person) => person.records)).toHaveLength(85)
  expect(reading.people[1]).toMatchObject({ name: 'Andrés García', position: 'kitchen' })
  expect(reading.people[1]?.records.map((found) => found.type)).toEqual([
    'responsible-service',
    'sexual-assault-intervention',
    'sexual-assault-intervention-refresher',
    'de-escalation',
    'cpr-aed',
    'naloxone',
  ])
})

describe('6, everything wrong', () => {
  const reading = roster('6-everything-wrong.csv')

  test('is answered with a full list, each problem at its cell', () => {
    expect(places(reading.problems)).toEqual([
      '2 training_type',
      '2 completed_on',
      '3 completed_on',
      '4 first_name',
      '5 completed_on',
      '6 training_type',
      '6 expires_on',
      '7 certificate_number',
      '8 training_type',
      '8 completed_on',
      '9 certificate_number',
      '10 training_type',
      '10 completed_on',
      '11 certificate_number',
      '12 training_type',
      '13 certificate_number',
      '14 training_type',
      '15 certificate_number',
      '16 ',
    ])
    for (const { why, mend } of reading.problems) {
      expect(why).toMatch(/^[A-Z].*\.$/)
      expect(mend).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('still yields every person who has a name, and the trainings that can stand', () => {
    expect(reading.people).toHaveLength(13)
    const standing = reading.people.filter((person) => person.records.length > 0)
    expect(standing.map((person) => person.records)).toEqual([
      [record(7, 'responsible-service', '2026-05-01')],
      [record(9, 'responsible-service', '2026-04-04')],
      [record(11, 'responsible-service', '2026-01-01')],
      [record(13, 'responsible-service', '2026-01-01', null, 'X1')],
      [record(15, 'responsible-service', '2026-06-07', '2029-06-07')],
    ])
  })

  test('reads neither social security numbers nor birth dates, and says so', () => {
    expect(reading.dropped).toEqual({
      headers: ['SSN', 'date_of_birth'],
      sentence:
        'We left out the columns “SSN” and “date_of_birth”: the program keeps no social security numbers or birth dates.',
    })
    expect(JSON.stringify([reading.people, reading.problems])).not.toMatch(/000-00|1990-01/)
  })
})

describe('people', () => {
  test('of one name are told apart by an employee number, and by it alone', () => {
    const rows = '1,Ana Ruiz,Server\n2,Ana Ruiz,Host\n1,Ana Ruiz,Server\n'
    expect(read(`Employee ID,Name,Role\n${rows}`).people.map((p) => p.position)).toEqual([
      'server',
      'host',
    ])
    const merged = read('Name,Role\nAna Ruiz,Server\nAna Ruiz,Host\nANA RUÍZ,Server\n')
    expect(merged.people).toHaveLength(1)
    expect(places(merged.problems)).toEqual(['3 Role'])
  })

  test.each([
    ['Head Doorman', 'door'],
    ['Line cook', 'kitchen'],
    ['Bar Manager', 'manager'],
    ['Bartender / Server', 'bartender'],
    ['Mesera', 'server'],
    ['DUEÑO', 'owner'],
    ['Security Guard (nights)', 'security'],
  ])('who work as %s are %s', (role, position) => {
    expect(read(`Name,Role\nAna Ruiz,${role}\n`).people[0]?.position).toBe(position)
  })

  test('with a role that nobody knows are listed as other, and it is said', () => {
    const { people, problems } = read('Name,Role\nAna Ruiz,Wizard\n')
    expect(people[0]?.position).toBe('other')
    expect(places(problems)).toEqual(['2 Role'])
  })

  test('who left without a date left today, and it is said', () => {
    const { people, problems } = read('Name,Status\nAna Ruiz,Terminated\nBo Li,Sabbatical\n')
    expect(people.map((person) => person.leftOn)).toEqual([today, null])
    expect(places(problems)).toEqual(['2 Status', '3 Status'])
  })

  test('who left before they started keep the last day only', () => {
    const rows = 'Ana Ruiz,2025-02-01,2025-01-01\n'
    const { people, problems } = read(`Name,Hire date,Termination date\n${rows}`)
    expect(people[0]).toMatchObject({ startedOn: null, leftOn: '2025-01-01' })
    expect(places(problems)).toEqual(['2 Termination date'])
  })

  test('whose name could turn a page around or break a line are cleaned', () => {
    expect(read('Name,Role\n"Ana\u202E\nRuiz",Host\n').people[0]?.name).toBe('Ana Ruiz')
  })
})

describe('trainings', () => {
  const head = 'Name,Course,Completed,Expires,Cert no\n'

  test('written twice count once, and fill each other in', () => {
    const rows = 'Ana Ruiz,TIPS,2026-01-02,,\nAna Ruiz,tips,01/02/2026,2029-01-02,T-1\n'
    expect(read(head + rows).people[0]?.records).toEqual([
      record(2, 'responsible-service', '2026-01-02', '2029-01-02', 'T-1'),
    ])
  })

  test('sold under the name of ours are not taken for it', () => {
    const { people, problems } = read(`${head}Ana Ruiz,ServSafe Food Handler TIPS,2026-01-02,,\n`)
    expect(people[0]?.records).toEqual([])
    expect(places(problems)).toEqual(['2 Course'])
  })

  test('with an end that cannot be read are not counted longer than it might say', () => {
    const { people, problems } = read(`${head}Ana Ruiz,TIPS,2026-01-02,soon,\n`)
    expect(people[0]?.records).toEqual([])
    expect(places(problems)).toEqual(['2 Expires'])
  })

  test('without a date or a name are asked for it', () => {
    const { problems } = read(`${head}Ana Ruiz,TIPS,,,\nBo Li,,2026-01-02,,\n`)
    expect(places(problems)).toEqual(['2 Completed', '3 Course'])
  })

  test('of today count, of tomorrow do not', () => {
    const { people } = read(`${head}Ana Ruiz,TIPS,2026-11-22,,\nBo Li,TIPS,2026-11-23,,\n`)
    expect(people.map((person) => person.records.length)).toEqual([1, 0])
  })

  test('keep no social security number as a certificate number, nor quote it', () => {
    const reading = read(`${head}Ana Ruiz,TIPS,2026-01-02,,123-45-6789\n`)
    expect(reading.people[0]?.records[0]?.certificateNumber).toBe(null)
    expect(places(reading.problems)).toEqual(['2 Cert no'])
    expect(JSON.stringify(reading)).not.toContain('6789')
  })

  test('in a column of their own can have a column for the end', () => {
    const { people, notes } = read(
      'Name,CPR,CPR expires,Cash tips\nAna Ruiz,2026-01-02,2027-01-02,120.50\n',
    )
    expect(people[0]?.records).toEqual([record(2, 'cpr-aed', '2026-01-02', '2027-01-02')])
    expect(notes).toContain('We did not need the column “Cash tips”.')
  })
})

describe('questions', () => {
  const text = 'Name,TIPS\nAna Ruiz,06/09/2024\nBo Li,01/02/2025\n'

  test('ask for the order of month and day where nothing settles it', () => {
    expect(read(text).questions).toEqual([
      {
        id: 'dateOrder',
        sentence: 'In the column “TIPS”, which comes first in a date such as 06/09/2024?',
        choices: [
          { value: 'month_first', label: 'The month' },
          { value: 'day_first', label: 'The day' },
        ],
      },
    ])
    expect(read(text).people[0]?.records[0]?.completedOn).toBe('2024-06-09')
    const answered = read(text, { answers: { dateOrder: 'day_first' } })
    expect(answered.questions).toEqual([])
    expect(answered.people[0]?.records[0]?.completedOn).toBe('2024-09-06')
  })

  test('are not needed where another column of the file settles it', () => {
    const { questions, people } = read('Name,Hired,TIPS\nAna Ruiz,25/12/2020,06/09/2024\n')
    expect(questions).toEqual([])
    expect(people[0]?.records[0]?.completedOn).toBe('2024-09-06')
  })

  test('ask which training a list without its name is about', () => {
    const list = 'Name,Completed\nAna Ruiz,2026-01-02\n'
    expect(read(list).questions.map((question) => question.id)).toEqual(['trainingType'])
    expect(read(list).people[0]?.records).toEqual([])
    const answered = read(list, { answers: { trainingType: 'fake-id' } })
    expect(answered.questions).toEqual([])
    expect(answered.people[0]?.records).toEqual([record(2, 'fake-id', '2026-01-02')])
  })
})

describe('what cannot be a staff list', () => {
  test('is answered with a sentence', () => {
    expect(() => read('Role,Hire date\nServer,2024-01-01\n')).toThrow(
      new Unreadable('No column in this file holds names; please head one of them “Name”.'),
    )
    expect(() => read('a,b\n1,2\n')).toThrow(Unreadable)
    expect(() => read('')).toThrow(Unreadable)
  })

  test('headers named like parts of an object do no harm', () => {
    const { people } = read('__proto__,constructor,Name,toString\nx,y,Ana Ruiz,z\n')
    expect(people.map((person) => person.name)).toEqual(['Ana Ruiz'])
    expect(({} as Record<string, unknown>).x).toBe(undefined)
  })

  test('any strings in any cells give people or problems, never an error', () => {
    const naughty: string[] = JSON.parse(readFileSync('tests/support/naughty-strings.json', 'utf8'))
    const cell = fc
      .oneof(fc.constantFrom(...naughty), fc.constantFrom('TIPS', '02/30/2026', 'yes', '', 'Ana'))
      .map((text) => `"${text.replaceAll('\0', '').replaceAll('"', '""')}"`)
    const row = fc.array(cell, { minLength: 6, maxLength: 6 }).map((cells) => cells.join(','))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const { people, problems } = read(
          `Name,Role,Hired,Course,Completed,CPR\n${rows.join('\n')}\n`,
        )
        for (const person of people) {
          expect(person.name).toMatch(/\p{L}/u)
          expect(person.name).not.toMatch(/[\p{Cc}<>]|^[=+@-]/u)
        }
        for (const problem of problems) expect(problem.cell.length).toBeLessThanOrEqual(80)
      }),
    )
  })
})

function record(
  row: number,
  type: string,
  completedOn: string,
  printedExpiry: string | null = null,
  certificateNumber: string | null = null,
) {
  return { row, type, completedOn, printedExpiry, certificateNumber }
}

test('a choice that leaves no names is not followed, and says so', () => {
  const { people, notes } = read('Name,Role\nAda Lang,Server\n', {
    answers: { uses: ['none', 'position'] },
  })
  expect(people.map(({ name }) => name)).toEqual(['Ada Lang'])
  expect(notes[0]).toContain('no column with names')
})
