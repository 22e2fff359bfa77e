import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '~/domain/dates'
import { findDateOrder, readDay } from '~/domain/table-dates'

describe('a date', () => {
  test.each([
    ['2024-06-09', '2024-06-09'],
    ['2024-6-9', '2024-06-09'],
    ['2024/06/09', '2024-06-09'],
    ['2024-06-09T00:00:00Z', '2024-06-09'],
    ['2024-06-09 14:30', '2024-06-09'],
    ['20260102', '2026-01-02'],
    ['06/09/2024', '2024-06-09'],
    ['6/9/24', '2024-06-09'],
    ['06-09-2024', '2024-06-09'],
    ['6.9.2024', '2024-06-09'],
    ['8/14/26 12:00 AM', '2026-08-14'],
    ['5-Jul-23', '2023-07-05'],
    ['5 July 2023', '2023-07-05'],
    ['5 de marzo de 2025', '2025-03-05'],
    ['12-dic-24', '2024-12-12'],
    ['March 5, 2025', '2025-03-05'],
    ['Mar. 5th 2025', '2025-03-05'],
    ['Sept 30, 2025', '2025-09-30'],
    ['Thursday, March 5, 2026', '2026-03-05'],
    ['  2024-02-29 ', '2024-02-29'],
    ['1/1/79', '2079-01-01'],
    ['1/1/80', '1980-01-01'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, 'month_first')).toEqual({ day })
  })

  test('with the day first', () => {
    expect(readDay('06/09/2024', 'day_first')).toEqual({ day: '2024-09-06' })
    expect(readDay('2024-06-09', 'day_first')).toEqual({ day: '2024-06-09' })
    expect(readDay('March 5, 2025', 'day_first')).toEqual({ day: '2025-03-05' })
  })

  test.each([
    ['02/30/2026', 'February 2026 has no day 30.'],
    ['13/13/2025', 'There is no month 13.'],
    ['2025-02-29', 'February 2025 has no day 29.'],
    ['Feb 30, 2026', 'February 2026 has no day 30.'],
    ['0024-01-01', 'The year 24 cannot be right.'],
    ['5 May', 'The year is missing.'],
    ['May 5', 'The year is missing.'],
    ['6/9', 'The year is missing.'],
    ['45800', 'This is a number that a spreadsheet keeps for a date, not the date itself.'],
    ['soon', 'This is not a date that we can read.'],
    ['', 'This is not a date that we can read.'],
    ['2024-06-09 and so on for a very long time indeed', 'This is too long to be a date.'],
  ])('%j is none: %s', (text, why) => {
    expect(readDay(text, 'month_first')).toEqual({ why })
  })

  test('comes back as it was written, for every day of a century', () => {
    const day = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('1980-01-01', days))
    fc.assert(
      fc.property(day, (written) => {
        const [year, month, date] = written.split('-')
        expect(readDay(written, 'day_first')).toEqual({ day: written })
        expect(readDay(`${month}/${date}/${year}`, 'month_first')).toEqual({ day: written })
        expect(readDay(`${date}/${month}/${year}`, 'day_first')).toEqual({ day: written })
        expect(readDay(`${year}${month}${date}`, 'month_first')).toEqual({ day: written })
      }),
    )
  })
})

describe('the order of month and day', () => {
  test.each([
    ['month_first', ['06/09/2024', '02/20/2026', '']],
    ['day_first', ['06/09/2024', '20/02/2026', 'n/a']],
    ['ambiguous', ['06/09/2024', '01/02/2026']],
    ['mixed', ['02/20/2026', '20/02/2026']],
    ['plain', ['2024-06-09', '5-Jul-23', '03/03/2024']],
    ['plain', ['02/30/2026', '13/13/2025', 'yes']],
    ['plain', []],
  ])('is %s for %j', (order, column) => {
    expect(findDateOrder(column)).toBe(order)
  })
})
