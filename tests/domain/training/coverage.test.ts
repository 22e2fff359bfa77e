import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '~/domain/dates'
import type { TrainingNeed, TrainingType } from '~/domain/standards/standard-set'
import { coverageOn, lapsedSince, requiredHeads } from '~/domain/training/coverage'
import { type StaffFacts, standingsOn } from '~/domain/training/coverage-standing'
import type { RecordFacts } from '~/domain/training/expiry'
import { trainedSpans } from '~/domain/training/trained-spans'
import { staffPositions } from '~db/vocabulary'

const today: Day = '2026-11-22'
const rules = { newHireDays: 30 }
const types: TrainingType[] = [
  { code: 'full', title: 'F', rule: 'fixed_months', months: 12, synonyms: [], positions: [] },
  {
    code: 'again',
    title: 'A',
    rule: 'refresher',
    months: 12,
    extends: 'full',
    synonyms: [],
    positions: [],
  },
  { code: 'zone', title: 'Z', rule: 'until_changed', synonyms: [], positions: [] },
]
const need: TrainingNeed = { types: ['full'], positions: ['server', 'bartender'], percent: 90 }

let count = 0
function aPerson(part: Partial<StaffFacts> = {}): StaffFacts {
  count += 1
  const plain = { startedOn: '2020-01-01', leftOn: null, onLeave: false } as const
  return { id: `p${count}`, position: 'server', ...plain, ...part }
}

function team(size: number, part: Partial<StaffFacts> = {}): StaffFacts[] {
  return Array.from({ length: size }, () => aPerson(part))
}

function trained(people: StaffFacts[], completedOn: Day = '2026-06-01', type = 'full') {
  return people.map(({ id }): RecordFacts => {
    return { staffId: id, type, completedOn, printedExpiry: null }
  })
}

function cover(staff: StaffFacts[], records: RecordFacts[], day: Day = today, asked = need) {
  return coverageOn(day, staff, records, asked, types, rules)
}

describe('coverage', () => {
  test('is trained over active staff in scope by role', () => {
    const servers = team(10)
    const staff = [...servers, ...team(3, { position: 'kitchen' })]
    const records = trained([...servers.slice(0, 9), ...staff.slice(10)])
    expect(cover(staff, records)).toMatchObject({ inScope: 10, trained: 9, required: 9, met: true })
  })

  test('asks max(1, floor(percent × staff)) in whole numbers', () => {
    expect([1, 2, 5, 9, 10, 11, 19, 20].map((staff) => requiredHeads(90, staff))).toEqual([
      1, 1, 4, 8, 9, 9, 17, 18,
    ])
    expect(requiredHeads(70, 10)).toBe(7)
    expect(requiredHeads(29, 100)).toBe(29)
    expect(requiredHeads(58, 50)).toBe(29)
    expect(requiredHeads(1, 5)).toBe(1)
    expect(requiredHeads(100, 7)).toBe(7)
  })

  test('says "9 of 10 servers current; 2 more in their first 30 days"', () => {
    const servers = team(10)
    const staff = [...servers, ...team(2, { startedOn: '2026-11-10' })]
    expect(cover(staff, trained(servers.slice(0, 9)))).toMatchObject({
      trained: 9,
      inScope: 10,
      newHires: 2,
      met: true,
    })
  })

  test('counts a new hire in neither number, trained or not', () => {
    const servers = team(10)
    const fresh = aPerson({ startedOn: '2026-11-10' })
    const records = trained(servers.slice(0, 8))
    const without = cover(servers, records)
    expect(without.met).toBe(false)
    const untrained = cover([...servers, fresh], records)
    expect(untrained).toEqual({ ...without, newHires: 1 })
    expect(cover([...servers, fresh], [...records, ...trained([fresh])])).toEqual(untrained)
  })

  test('counts a person from the thirtieth day after the first', () => {
    const standing = (startedOn: Day | null) => cover([aPerson({ startedOn })], [])
    expect(standing('2026-10-24')).toMatchObject({ inScope: 0, newHires: 1 })
    expect(standing('2026-10-23')).toMatchObject({ inScope: 1, newHires: 0 })
    expect(standing(null)).toMatchObject({ inScope: 1, newHires: 0 })
  })

  test('leaves a person who has not started yet out of everything', () => {
    expect(cover([aPerson({ startedOn: '2026-12-01' })], [])).toMatchObject({
      inScope: 0,
      newHires: 0,
      onLeave: 0,
      met: true,
    })
  })

  test('counts people on leave in neither number, trained or not', () => {
    const servers = team(10)
    const away = team(2, { onLeave: true })
    const [first] = away
    if (!first) throw new Error('nobody away')
    const records = trained([...servers.slice(0, 9), first])
    expect(cover([...servers, ...away], records)).toMatchObject({
      inScope: 10,
      trained: 9,
      onLeave: 2,
      newHires: 0,
    })
  })

  test('drops leavers at once, on the day they leave', () => {
    const leaver = aPerson({ leftOn: today })
    expect(cover([leaver], [], today).inScope).toBe(0)
    expect(cover([leaver], [], addDays(today, -1)).inScope).toBe(1)
  })

  test('asks nothing where nobody is in scope', () => {
    expect(cover(team(4, { position: 'kitchen' }), [])).toEqual({
      inScope: 0,
      trained: 0,
      required: 0,
      met: true,
      newHires: 0,
      onLeave: 0,
    })
  })

  test('does not sink a small venue by one new person', () => {
    const five = team(5)
    const records = trained(five.slice(0, 4))
    expect(cover(five, records)).toMatchObject({ required: 4, trained: 4, met: true })
    const joined = [...five.slice(0, 4), aPerson({ startedOn: '2026-11-20' })]
    expect(cover(joined, records)).toMatchObject({ inScope: 4, met: true })
  })

  test('counts any of the types, and a refresher of one of them', () => {
    const [one, two] = team(2)
    if (!one || !two) throw new Error('two people')
    const records = [
      ...trained([one, two], '2025-09-01'),
      ...trained([one], '2026-08-01', 'again'),
      ...trained([two], '2026-08-01', 'zone'),
    ]
    expect(cover([one, two], records).trained).toBe(1)
    expect(cover([one, two], records, today, { ...need, types: ['full', 'zone'] }).trained).toBe(2)
  })

  test('lets the need’s own months replace those of the type, but never a printed date', () => {
    const [one] = team(1)
    if (!one) throw new Error('one person')
    const asked = { ...need, months: 3 }
    const record = { staffId: one.id, type: 'full', completedOn: '2026-06-01' as Day }
    expect(cover([one], [{ ...record, printedExpiry: null }], today, asked).trained).toBe(0)
    expect(cover([one], [{ ...record, printedExpiry: '2027-06-01' }], today, asked).trained).toBe(1)
    const zone = { ...asked, types: ['zone'] }
    expect(cover([one], trained([one], '2026-08-01', 'zone'), today, zone).trained).toBe(0)
    expect(cover([one], trained([one], '2026-09-01', 'zone'), today, zone).trained).toBe(1)
  })

  test('names each person’s standing behind the figure', () => {
    const [one, two] = team(2)
    if (!one || !two) throw new Error('two people')
    const others = [
      aPerson({ startedOn: '2026-11-20' }),
      aPerson({ onLeave: true, startedOn: '2026-11-20' }),
      aPerson({ position: 'kitchen' }),
      aPerson({ leftOn: '2026-01-01' }),
    ]
    const found = standingsOn(today, [one, two, ...others], trained([one]), need, types, rules)
    expect([...found.values()]).toEqual([
      'trained',
      'untrained',
      'new_hire',
      'on_leave',
      'away',
      'away',
    ])
  })
})

describe('what comes next', () => {
  test('is the day after the record that tips it', () => {
    const staff = team(10)
    const records = [
      ...trained(staff.slice(0, 8), '2026-06-01'),
      ...trained(staff.slice(8), '2026-01-15'),
    ]
    expect(cover(staff, records).nextFallsBelow).toBe('2027-01-16')
  })

  test('is the end of a new hire’s window', () => {
    const staff = [...team(9), ...team(1, { startedOn: '2026-11-10' })]
    const records = trained(staff.slice(0, 8))
    expect(cover(staff, records)).toMatchObject({ met: true, nextFallsBelow: '2026-12-10' })
  })

  test('is nothing where no end is set, and nothing while the need is not met', () => {
    const staff = team(2)
    const zone = { ...need, types: ['zone'] }
    expect(cover(staff, trained(staff, today, 'zone'), today, zone).nextFallsBelow).toBe(undefined)
    expect(cover(staff, []).nextFallsBelow).toBe(undefined)
  })
})

describe('a lapse', () => {
  const since = (staff: StaffFacts[], records: RecordFacts[], askedSince?: Day) =>
    lapsedSince(today, staff, trainedSpans(records, need, types, rules), need, {
      ...rules,
      askedSince,
    })

  test('is none while the need is met', () => {
    const staff = team(10)
    expect(since(staff, trained(staff))).toBe(null)
    expect(since([], [])).toBe(null)
  })

  test('begins the day after the last record that carried it', () => {
    const staff = team(10)
    expect(since(staff, trained(staff, '2025-11-01'))).toBe('2026-11-02')
  })

  test('is the current one: an earlier lapse that was mended does not count', () => {
    const staff = team(1)
    const records = [...trained(staff, '2022-01-01'), ...trained(staff, '2025-05-01')]
    expect(since(staff, records)).toBe('2026-05-02')
  })

  test('begins when a window ends', () => {
    expect(since(team(1, { startedOn: '2026-10-01' }), [])).toBe('2026-10-31')
  })

  test('is not dated before it was asked, and has a day even where nothing is on file', () => {
    const staff = team(1, { startedOn: null })
    expect(since(staff, [])).toBe(today)
    expect(since(staff, trained(staff, '2020-01-01'), '2026-09-01')).toBe('2026-09-01')
    expect(since(staff, trained(staff, '2020-01-01'))).toBe('2021-01-02')
  })
})

describe('for any team', () => {
  const day = fc.integer({ min: -900, max: 900 }).map((days) => addDays(today, days))
  const person = fc.record({
    position: fc.constantFrom(...staffPositions),
    startedOn: fc.option(day),
    leftOn: fc.option(day, { freq: 4 }),
    onLeave: fc.boolean(),
  })
  const record = fc.record({
    staffId: fc.integer({ min: 0, max: 11 }).map((i) => `s${i}`),
    type: fc.constantFrom('full', 'again', 'zone', 'unknown'),
    completedOn: day,
    printedExpiry: fc.option(day, { freq: 4 }),
  })
  const anyTeam = fc.record({
    staff: fc
      .array(person, { maxLength: 12 })
      .map((people): StaffFacts[] => people.map((p, i) => ({ id: `s${i}`, ...p }))),
    records: fc.array(record, { maxLength: 40 }),
    need: fc.record({
      types: fc.subarray(['full', 'again', 'zone'], { minLength: 1 }),
      positions: fc.subarray([...staffPositions], { minLength: 1 }),
      percent: fc.integer({ min: 1, max: 100 }),
    }),
  })
  type Team = { staff: StaffFacts[]; records: RecordFacts[]; need: TrainingNeed }
  const on = (at: Day, t: Team) => coverageOn(at, t.staff, t.records, t.need, types, rules)

  test('the numbers stay within each other', () => {
    fc.assert(
      fc.property(anyTeam, day, (t, at) => {
        const c = on(at, t)
        expect(c.trained).toBeLessThanOrEqual(c.inScope)
        expect(c.required).toBe(
          c.inScope === 0
            ? 0
            : Math.max(1, Number((BigInt(t.need.percent) * BigInt(c.inScope)) / 100n)),
        )
        expect(c.met).toBe(c.trained >= c.required)
      }),
    )
  })

  test('a new hire changes only the number of new hires', () => {
    fc.assert(
      fc.property(anyTeam, fc.integer({ min: 0, max: 29 }), (t, days) => {
        const position = t.need.positions[0] ?? 'server'
        const fresh = aPerson({ id: 'fresh', position, startedOn: addDays(today, -days) })
        const before = on(today, t)
        const after = on(today, { ...t, staff: [...t.staff, fresh] })
        const { nextFallsBelow: _, ...rest } = { ...before, newHires: before.newHires + 1 }
        expect(after).toMatchObject(rest)
      }),
    )
  })

  test('one more record with a date never lowers coverage', () => {
    fc.assert(
      fc.property(anyTeam, record, (t, extra) => {
        const more = on(today, { ...t, records: [...t.records, extra] })
        expect(more.trained).toBeGreaterThanOrEqual(on(today, t).trained)
      }),
    )
  })

  test('neither the order of people nor of records matters', () => {
    fc.assert(
      fc.property(anyTeam, (t) => {
        const turned = { ...t, staff: t.staff.toReversed(), records: t.records.toReversed() }
        expect(on(today, turned)).toEqual(on(today, t))
      }),
    )
  })

  test('the next fall and the lapse agree with counting day by day', () => {
    fc.assert(
      fc.property(anyTeam, (t) => {
        const met = (at: Day) => on(at, t).met
        const now = on(today, t)
        const lapsed = lapsedSince(
          today,
          t.staff,
          trainedSpans(t.records, t.need, types, rules),
          t.need,
          rules,
        )
        expect(lapsed === null).toBe(now.met)
        if (now.nextFallsBelow) {
          expect(met(now.nextFallsBelow)).toBe(false)
          expect(met(addDays(now.nextFallsBelow, -1))).toBe(true)
        } else if (now.met) {
          for (let days = 1; days < 1400; days += 20) expect(met(addDays(today, days))).toBe(true)
        }
        for (let at = lapsed; at && at <= today; at = addDays(at, 17)) expect(met(at)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('a thousand people with five records each are counted within the time that a test has', () => {
    const staff = team(1000)
    const records = [1, 2, 3, 4, 5].flatMap((year) => trained(staff, `202${year}-06-01` as Day))
    expect(cover(staff, records)).toMatchObject({ inScope: 1000, trained: 0 })
  })
})
