import { describe, expect, test } from 'vitest'
import type { Day } from '~/domain/dates'
import type { TrainingType } from '~/domain/standards/standard-set'
import { endsOn, noEnd, type RecordFacts } from '~/domain/training/expiry'

function aType(part: Partial<TrainingType>): TrainingType {
  return { code: 'full', title: 'Full', rule: 'fixed_months', synonyms: [], positions: [], ...part }
}

function aRecord(type: string, completedOn: Day, printedExpiry: Day | null = null): RecordFacts {
  return { staffId: 'one', type, completedOn, printedExpiry }
}

function ends(record: RecordFacts, type: TrainingType): Day | null {
  return endsOn(record, type, [record], [type])
}

describe('the end of a training record', () => {
  test('fixed months run to the same day of the month, or its last day', () => {
    const type = aType({ months: 12 })
    expect(ends(aRecord('full', '2025-03-10'), type)).toBe('2026-03-10')
    expect(ends(aRecord('full', '2024-02-29'), type)).toBe('2025-02-28')
  })

  test.each(['fixed_months', 'printed_date', 'first_of_month_after', 'until_changed'] as const)(
    'a printed date wins over the computed one: %s',
    (rule) => {
      const type = aType({ rule, months: 12 })
      expect(ends(aRecord('full', '2025-03-10', '2025-06-01'), type)).toBe('2025-06-01')
      expect(ends(aRecord('full', '2025-03-10', '2031-06-01'), type)).toBe('2031-06-01')
    },
  )

  test('a printed-date type without a printed date falls back to its months', () => {
    const type = aType({ rule: 'printed_date', months: 36 })
    expect(ends(aRecord('full', '2025-03-10'), type)).toBe('2028-03-10')
  })

  test('without a printed date and without months it counts for nothing', () => {
    expect(ends(aRecord('full', '2025-03-10'), aType({ rule: 'printed_date' }))).toBe(null)
  })

  test('first of the month after', () => {
    const type = aType({ rule: 'first_of_month_after', months: 12 })
    expect(ends(aRecord('full', '2025-03-10'), type)).toBe('2026-04-01')
    expect(ends(aRecord('full', '2025-12-31'), type)).toBe('2027-01-01')
  })

  test('until changed has no end', () => {
    expect(ends(aRecord('full', '2025-03-10'), aType({ rule: 'until_changed' }))).toBe(noEnd)
  })
})

describe('a refresher', () => {
  const full = aType({ months: 12 })
  const refresher = aType({ code: 'again', rule: 'refresher', months: 12, extends: 'full' })
  const types = [full, refresher]
  const endOf = (record: RecordFacts, all: RecordFacts[]) => endsOn(record, refresher, all, types)

  test('extends a full course that is current', () => {
    const again = aRecord('again', '2026-01-05')
    expect(endOf(again, [aRecord('full', '2025-03-10'), again])).toBe('2027-01-05')
  })

  test('counts for nothing without a full course, printed date or not', () => {
    expect(endOf(aRecord('again', '2026-01-05'), [aRecord('again', '2026-01-05')])).toBe(null)
    const printed = aRecord('again', '2026-01-05', '2027-01-05')
    expect(endOf(printed, [printed])).toBe(null)
  })

  test('counts for nothing before the full course', () => {
    const again = aRecord('again', '2025-03-09')
    expect(endOf(again, [again, aRecord('full', '2025-03-10')])).toBe(null)
  })

  test('counts on the day of the full course and through the last day of grace, not after', () => {
    const course = aRecord('full', '2025-03-10')
    const end = (completedOn: Day) => {
      const again = aRecord('again', completedOn)
      return endOf(again, [again, course])
    }
    expect(end('2025-03-10')).toBe('2026-03-10')
    expect(end('2026-04-09')).toBe('2027-04-09')
    expect(end('2026-04-10')).toBe(null)
  })

  test('a yearly chain holds, and a chain with a missing link does not', () => {
    const links = ['2024-02-01', '2025-01-20', '2026-01-10'].map((day, i) =>
      aRecord(i === 0 ? 'full' : 'again', day as Day),
    )
    const [course, second, third] = links
    if (!course || !second || !third) throw new Error('three links')
    expect(endOf(third, links.toReversed())).toBe('2027-01-10')
    expect(endOf(third, [course, third])).toBe(null)
  })

  test('another person’s kind of record, or a second refresher of one day, is no full course', () => {
    const again = aRecord('again', '2026-01-05')
    expect(endOf(again, [again, { ...again }, aRecord('other', '2025-12-01')])).toBe(null)
  })
})
