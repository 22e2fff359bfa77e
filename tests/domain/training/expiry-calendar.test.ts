import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '~/domain/dates'
import type { StandardSet } from '~/domain/standards/standard-set'
import { calendarFile } from '~/domain/training/calendar-file'
import { coverageOn } from '~/domain/training/coverage'
import type { StaffFacts } from '~/domain/training/coverage-standing'
import { endsWithin, fallsWithin } from '~/domain/training/expiry-calendar'
import { oneClass, trainedAgain } from '~/domain/training/what-if'
import { readCalendar } from '~tests/support/read-calendar'

const today: Day = '2026-11-22'
const year = { from: today, to: '2027-10-31' } as const
const rules = { newHireDays: 30, graceDays: 30 }
const need = { types: ['full'], positions: ['server' as const], percent: 70 }
const types = [
  {
    ...{ code: 'full', title: 'Full course', rule: 'fixed_months' as const, months: 12 },
    ...{ synonyms: [], positions: [] },
  },
]
const set = {
  trainingTypes: types,
  standards: [{ code: 'A-1', title: 'Asked', evidence: [{ ask: 'Train', training: need }] }],
} as unknown as StandardSet

function someone(id: string, part: Partial<StaffFacts> = {}): StaffFacts {
  const facts = { position: 'server', startedOn: '2020-01-01', leftOn: null } as const
  return { id, ...facts, onLeave: false, ...part }
}

function course(staffId: string, completedOn: Day) {
  return { staffId, type: 'full', completedOn, printedExpiry: null }
}

const ann = someone('ann')
const bo = someone('bo')
const cy = someone('cy')
/** Two of three are asked for. Ann's ends on March 1, Bo's and Cy's on May 2. */
const records = [
  ...[course('ann', '2026-03-01'), course('bo', '2026-05-02'), course('cy', '2026-05-02')],
]

describe('the calendar of trainings', () => {
  test('says who ends when, and on which day a standard falls below through whom', () => {
    const team = { staff: [ann, bo, cy], records }
    expect(endsWithin(team, set, rules, year)).toEqual([
      { day: '2027-03-01', staffId: 'ann', type: 'full' },
      { day: '2027-05-02', staffId: 'bo', type: 'full' },
      { day: '2027-05-02', staffId: 'cy', type: 'full' },
    ])
    const fall = { standard: 'A-1', title: 'Asked', inScope: 3, required: 2, joined: [] }
    expect(fallsWithin(team, set, rules, year)).toEqual([
      { ...fall, day: '2027-05-03', trained: 0, ended: ['bo', 'cy'] },
    ])
  })

  test('names whose first days are over, and leaves out who has left', () => {
    const dee = someone('dee', { startedOn: '2026-11-10' })
    const gone = someone('gone', { leftOn: today })
    const team = { staff: [ann, dee, gone], records: [...records, course('gone', '2026-06-01')] }
    expect(endsWithin(team, set, rules, year).map(({ staffId }) => staffId)).toEqual(['ann'])
    // One of one is in place, and so is one of two, until Ann's ends.
    expect(fallsWithin(team, set, rules, year)).toMatchObject([
      { day: '2027-03-02', ended: ['ann'], joined: [] },
    ])
    const crew = { staff: [ann, bo, dee], records: [course('bo', '2026-05-02')] }
    const [first] = fallsWithin(crew, set, rules, year)
    const counts = { trained: 1, inScope: 3, required: 2 }
    expect(first).toMatchObject({ ...counts, day: '2026-12-10', joined: ['dee'], ended: [] })
  })

  test('agrees with coverage on every day, whoever is on the list', () => {
    const day = fc.integer({ min: -400, max: 300 }).map((days) => addDays(today, days))
    const person = fc.record({
      startedOn: fc.option(day),
      leftOn: fc.option(fc.integer({ min: 301, max: 600 }).map((n) => addDays(today, n))),
      onLeave: fc.boolean(),
      courses: fc.array(fc.integer({ min: -400, max: 0 }), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), (people) => {
        const staff = people.map(({ courses: _, ...facts }, at) => someone(`p${at}`, facts))
        const done = people.flatMap(({ courses }, at) =>
          courses.map((days) => course(`p${at}`, addDays(today, days))),
        )
        const falls = new Map(
          fallsWithin({ staff, records: done }, set, rules, year).map((fall) => [fall.day, fall]),
        )
        let met = coverageOn(today, staff, done, need, types, rules).met
        for (let at = addDays(today, 1); at <= year.to; at = addDays(at, 1)) {
          const now = coverageOn(at, staff, done, need, types, rules)
          expect(falls.has(at)).toBe(met && !now.met)
          if (falls.has(at)) expect(falls.get(at)).toMatchObject({ trained: now.trained })
          met = now.met
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('what one more class would change', () => {
  const counted = { need, types, rules, today }
  const now = (staff: StaffFacts[], own = records) =>
    coverageOn(today, staff, own, need, types, rules)

  test('is for as many as are missing, or for all who are open', () => {
    const staff = [ann, bo, cy]
    const none = { ...counted, staff, records: [] }
    expect(oneClass(none, now(staff, []))).toMatchObject({
      people: 2,
      after: { trained: 2, inScope: 3, met: true },
    })
    const two = records.slice(1)
    expect(oneClass({ ...counted, staff, records: two }, now(staff, two))).toMatchObject({
      people: 1,
      after: { trained: 3 },
    })
    expect(oneClass({ ...counted, staff, records }, now(staff))).toBeNull()
  })

  test('says until when it holds if those through whom it falls train again', () => {
    const team = { staff: [ann, bo, cy], records }
    const [fall] = fallsWithin(team, set, rules, year)
    if (!fall) throw new Error('It does not fall.')
    expect(trainedAgain({ ...counted, ...team }, fall).nextFallsBelow).toBe('2028-05-03')
  })
})

describe('the file for a calendar program', () => {
  const event = { id: 'one', day: '2026-12-31' as Day, title: 'Last day', detail: 'More' }

  test('is what RFC 5545 asks for: whole days, and the next day as the end', () => {
    expect(calendarFile('Ours', [event], new Date('2026-11-22T23:00:00Z')).split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lamplight//Training calendar//EN'],
      ...['CALSCALE:GREGORIAN', 'X-WR-CALNAME:Ours', 'BEGIN:VEVENT'],
      ...['UID:one@lamplight', 'DTSTAMP:20261122T230000Z', 'DTSTART;VALUE=DATE:20261231'],
      ...['DTEND;VALUE=DATE:20270101', 'SUMMARY:Last day', 'DESCRIPTION:More'],
      ...['TRANSP:TRANSPARENT', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', ''],
    ])
  })

  test('is read whole, whatever the text, by a reader that takes nothing but RFC 5545', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    const later = { ...event, id: 'two', day: '2027-02-28' as Day }
    fc.assert(
      fc.property(text, text, (title, detail) => {
        const file = calendarFile('Ours', [{ ...event, title, detail }, later], new Date(0))
        expect(readCalendar(new TextEncoder().encode(file))).toEqual({
          name: 'Ours',
          events: [
            {
              uid: 'one@lamplight',
              stamp: '19700101T000000Z',
              from: '2026-12-31',
              to: '2027-01-01',
              summary: seen(title),
              description: seen(detail),
            },
            expect.objectContaining({ uid: 'two@lamplight', from: '2027-02-28', to: '2027-03-01' }),
          ],
        })
      }),
    )
  })

  test('is refused by that reader where it goes wrong', () => {
    const file = calendarFile('Ours', [event], new Date(0))
    const wrong: [string, string][] = [
      ['\r\n', '\n'],
      ['SUMMARY:Last', 'SUMMARY:Last, '],
      ['SUMMARY:', `SUMMARY:${'long '.repeat(20)}`],
      ['DTEND;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20261231'],
      ['DTSTART;VALUE=DATE:20261231', 'DTSTART;VALUE=DATE:20261232'],
      ['UID:one@lamplight\r\n', ''],
      ['END:VEVENT\r\n', ''],
    ]
    for (const [right, instead] of wrong) {
      const broken = new TextEncoder().encode(file.replaceAll(right, instead))
      expect(() => readCalendar(broken), instead).toThrow()
    }
  })
})

function seen(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
}
