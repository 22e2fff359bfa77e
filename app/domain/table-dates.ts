import { type Day, isDay } from './dates'
import { names } from './table-words'

/** Which of 06 and 09 in "06/09/2024" is the month. */
export type DateOrder = 'month_first' | 'day_first'

export type ReadDay = { day: Day } | { why: string }

const monthNames = names(`January, February, March, April, May, June,
  July, August, September, October, November, December`)

/** English and Spanish months by their first letters. */
const months = new Map([
  ...monthNames.map((name, i) => [name.slice(0, 3).toLowerCase(), i + 1] as const),
  ['ene', 1] as const,
  ['abr', 4] as const,
  ['ago', 8] as const,
  ['set', 9] as const,
  ['dic', 12] as const,
])

const monthName =
  '(january|february|march|april|may|june|july|august|september|october|november|december|' +
  'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|' +
  'agosto|sep?tiembre|octubre|noviembre|diciembre|ene|abr|ago|set|dic)\\.?'
const clock =
  '(?:[t ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?(?:z|[+-]\\d\\d:?\\d\\d)?)?'
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}$`, 'i')
const compact = /^(\d{4})(\d{2})(\d{2})$/
const numbers = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}$`, 'i')
const dayMonth = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[-/ .]*(?:de )?${monthName}[-/ .,]*(?:de )?(\\d{4}|\\d{2})$`,
  'i',
)
const monthDay = new RegExp(
  `^${monthName}[ -]*(\\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\\d{4}|\\d{2})$`,
  'i',
)
const weekday =
  /^((mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),?\s+/i

/**
 * A date as people write it: ISO, 06/09/2024, 5-Jul-23, "March 5, 2025", 20260102. Two-digit years
 * are of this century up to 79. What cannot be read comes back with a sentence that says why.
 */
export function readDay(text: string, order: DateOrder): ReadDay {
  const trimmed = text.trim().replace(weekday, '')
  if (trimmed.length > 40) return { why: 'This is too long to be a date.' }
  const iso = yearFirst.exec(trimmed)
  if (iso) return checked(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  const joined = compact.exec(trimmed)
  if (joined) return checked(Number(joined[1]), Number(joined[2]), Number(joined[3]))
  const three = numbers.exec(trimmed)
  if (three) {
    const [first, second] = [Number(three[1]), Number(three[3])]
    const year = fullYear(three[4] ?? '')
    return order === 'month_first' ? checked(year, first, second) : checked(year, second, first)
  }
  const byDay = dayMonth.exec(trimmed)
  if (byDay) return checked(fullYear(byDay[3] ?? ''), monthOf(byDay[2]), Number(byDay[1]))
  const byMonth = monthDay.exec(trimmed)
  if (byMonth) return checked(fullYear(byMonth[3] ?? ''), monthOf(byMonth[1]), Number(byMonth[2]))
  return { why: whyNot(trimmed) }
}

/**
 * Settles month and day by the whole column: 02/20/2026 can only be a February. "ambiguous" where
 * every such date reads both ways, "mixed" where they contradict each other, "plain" where none does.
 */
export function findDateOrder(
  column: Iterable<string>,
): DateOrder | 'ambiguous' | 'mixed' | 'plain' {
  let monthFirst = 0
  let dayFirst = 0
  let doubtful = 0
  for (const cell of column) {
    if (!numbers.test(cell.trim())) continue
    const asMonth = readDay(cell, 'month_first')
    const asDay = readDay(cell, 'day_first')
    if ('day' in asMonth && 'day' in asDay) doubtful += asMonth.day === asDay.day ? 0 : 1
    else if ('day' in asMonth) monthFirst += 1
    else if ('day' in asDay) dayFirst += 1
  }
  if (monthFirst > 0 && dayFirst > 0) return 'mixed'
  if (monthFirst > 0) return 'month_first'
  if (dayFirst > 0) return 'day_first'
  return doubtful > 0 ? 'ambiguous' : 'plain'
}

function checked(year: number, month: number, date: number): ReadDay {
  if (year < 1950 || year > 2100) return { why: `The year ${year} cannot be right.` }
  if (month < 1 || month > 12) return { why: `There is no month ${month}.` }
  const day = `${year}-${pad(month)}-${pad(date)}`
  return isDay(day) ? { day } : { why: `${monthNames[month - 1]} ${year} has no day ${date}.` }
}

function whyNot(text: string): string {
  if (/^\d{5}$/.test(text)) {
    return 'This is a number that a spreadsheet keeps for a date, not the date itself.'
  }
  if (/^\d{1,2}[-/. ]+\p{L}+$|^\p{L}+[-/. ]+\d{1,2}$|^\d{1,2}[-/.]\d{1,2}$/u.test(text)) {
    return 'The year is missing.'
  }
  return 'This is not a date that we can read.'
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return year < 80 ? 2000 + year : 1900 + year
}

function monthOf(name: string | undefined): number {
  return months.get((name ?? '').slice(0, 3).toLowerCase()) ?? 0
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
