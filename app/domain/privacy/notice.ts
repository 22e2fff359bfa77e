import { addDays, type Day, dayOf, daysBetween } from '../dates'
import { momentOf } from '../wall-clock'

/** The last whole day on which something that is listed now is still there. */
export function lastDayOfNotice(listedAt: Date, days: number, timeZone: string): Day {
  return addDays(dayOf(listedAt, timeZone), days)
}

/** The moment at which a day is over. */
export function endOfDay(day: Day, timeZone: string): Date {
  return momentOf(addDays(day, 1), 0, timeZone, 'first')
}

/** The last day on which something is still there. */
export function lastDayOf(removeAfter: Date, timeZone: string): Day {
  return dayOf(new Date(removeAfter.getTime() - 1), timeZone)
}

/** The Monday of the week that a moment lies in. */
export function weekOf(moment: Date, timeZone: string): Day {
  const day = dayOf(moment, timeZone)
  const sinceMonday = daysBetween('1970-01-05', day) % 7
  return addDays(day, -(sinceMonday < 0 ? sinceMonday + 7 : sinceMonday))
}

/** Whole weeks, from a Monday to a Sunday. */
export type Weeks = { from: Day; to: Day }

/** How a line of the list names its weeks: "2026-11-16/2026-11-22". */
export function weeksText({ from, to }: Weeks): string {
  return `${from}/${to}`
}

export function weeksOf(text: string): Weeks {
  const [from, to] = text.split('/') as [Day, Day]
  return { from, to }
}

/** From the beginning of the first day until before the end of the last. */
export function spanOf({ from, to }: Weeks, timeZone: string): { from: Date; until: Date } {
  return { from: momentOf(from, 0, timeZone, 'first'), until: endOfDay(to, timeZone) }
}
