import type { ZoneHours } from '~db/schema'
import { type Weekday, weekdays } from '~db/vocabulary'
import { addDays, type Day, dayOf, daysBetween } from '../dates'
import { momentOf } from '../wall-clock'

/** One stretch of a service night. `night` is the evening that it belongs to, also after midnight. */
export type ServiceNight = { night: Day; opensAt: Date; closesAt: Date }

/** The evenings on which the hours count, both ends included; no end where `until` is null. */
export type Effective = { from: Day; until: Day | null }

/**
 * Hours that open before this minute of the day belong to the evening before: "Thursday night,
 * midnight to 3 AM" is Friday morning by the calendar.
 */
export const nightBegins = 6 * 60

/**
 * The service nights of some days on from a day, in order. Hours that overlap or touch within a
 * night are one; a night that runs into the next one ends where that one opens.
 */
export function nightsFrom(
  hours: readonly ZoneHours[],
  day: Day,
  days: number,
  timeZone: string,
  effective?: Effective,
): ServiceNight[] {
  const evenings = Array.from({ length: days + 1 }, (_, index) => addDays(day, index))
  const stretches = evenings.map((evening) =>
    takesPart(evening, effective) ? stretchesOf(hours, evening, timeZone) : [],
  )
  return stretches.slice(0, days).flatMap((own, index) => {
    const next = stretches[index + 1]?.[0]
    return own.map((each) =>
      next && each.closesAt > next.opensAt ? { ...each, closesAt: next.opensAt } : each,
    )
  })
}

/** The night that is open at a moment, with the moment at which it closes, nights that touch included. */
export function openNight(
  hours: readonly ZoneHours[],
  now: Date,
  timeZone: string,
  effective?: Effective,
): ServiceNight | null {
  const yesterday = addDays(dayOf(now, timeZone), -1)
  const nights = nightsFrom(hours, yesterday, 9, timeZone, effective)
  const at = nights.findIndex(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
  const open = nights[at]
  if (!open) return null
  let { closesAt } = open
  for (const next of nights.slice(at + 1)) {
    if (next.opensAt > closesAt) break
    closesAt = next.closesAt
  }
  return { ...open, closesAt }
}

/** The next stretch that opens after a moment; null where none does within two weeks of the first day that counts. */
export function nextNight(
  hours: readonly ZoneHours[],
  now: Date,
  timeZone: string,
  effective?: Effective,
): ServiceNight | null {
  const yesterday = addDays(dayOf(now, timeZone), -1)
  const from = effective && effective.from > yesterday ? effective.from : yesterday
  const nights = nightsFrom(hours, from, 16, timeZone, effective)
  return nights.find(({ opensAt }) => opensAt > now) ?? null
}

/** Minutes past midnight of the evening's own date at which hours open and close; more than a day long ones do not exist. */
export function minutesOf({ opens, closes }: Pick<ZoneHours, 'opens' | 'closes'>) {
  const from = minutesPast(opens)
  const to = minutesPast(closes)
  const afterMidnight = from < nightBegins ? dayInMinutes : 0
  return {
    opens: from + afterMidnight,
    closes: to + afterMidnight + (to <= from ? dayInMinutes : 0),
  }
}

const dayInMinutes = 24 * 60

function stretchesOf(hours: readonly ZoneHours[], night: Day, timeZone: string): ServiceNight[] {
  const weekday = weekdayOf(night)
  const found = hours
    .filter(({ nights }) => nights.includes(weekday))
    .map((each) => {
      const { opens, closes } = minutesOf(each)
      return {
        night,
        opensAt: momentOf(night, opens, timeZone, 'first'),
        closesAt: momentOf(night, closes, timeZone, 'last'),
      }
    })
    // Hours that lie wholly within the hour that a spring night loses do not happen.
    .filter(({ opensAt, closesAt }) => opensAt < closesAt)
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  const merged: ServiceNight[] = []
  for (const each of found) {
    const last = merged.at(-1)
    if (!last || each.opensAt > last.closesAt) merged.push(each)
    else if (each.closesAt > last.closesAt) last.closesAt = each.closesAt
  }
  return merged
}

function takesPart(evening: Day, effective: Effective | undefined): boolean {
  if (!effective) return true
  return effective.from <= evening && (!effective.until || evening <= effective.until)
}

function weekdayOf(day: Day): Weekday {
  // The first day of 1970 was a Thursday.
  const index = (((daysBetween('1970-01-01', day) + 4) % 7) + 7) % 7
  return weekdays[index] ?? 'sun'
}

function minutesPast(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
