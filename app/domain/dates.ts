/** A calendar date in the program's time zone, "2026-11-22". */
export type Day = `${number}-${number}-${number}`

/** The calendar date of a moment in a time zone (IANA name). */
export function dayOf(moment: Date, timeZone: string): Day {
  return formatterFor(timeZone).format(moment) as Day
}

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [month, date] = [Number(text.slice(5, 7)), Number(text.slice(8))]
  if (month < 1 || month > 12 || date < 1) return false
  // A day that its month lacks rolls over into the next one.
  return date <= 28 || new Date(`${text}T00:00:00Z`).getUTCDate() === date
}

export function addDays(day: Day, days: number): Day {
  return toDay(utc(day) + days * 86_400_000)
}

/** The same day of the month some months on, or that month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(utc(day))
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, last))
  return toDay(date.getTime())
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / 86_400_000)
}

/** The date some working days (Monday to Friday) after another. */
export function addWorkingDays(day: Day, days: number): Day {
  let result = day
  for (let left = days; left > 0; ) {
    result = addDays(result, 1)
    if (!isWeekend(result)) left -= 1
  }
  return result
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(utc(day)).getUTCDay()
  return weekday === 0 || weekday === 6
}

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}
