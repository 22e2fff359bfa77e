import { type Weekday, weekdays, type ZoneStatus } from '~db/vocabulary'
import { formatDay, formatTime, listOf } from './format'

type Hours = { nights: readonly Weekday[]; opens: string; closes: string }
type Night = { night: string; opensAt: Date; closesAt: Date }

export const statusNames: Record<ZoneStatus, string> = {
  proposed: 'Proposed',
  pilot: 'Pilot',
  permanent: 'Permanent',
  suspended: 'On hold',
  ended: 'Ended',
}

export const weekdayNames: Record<Weekday, { long: string; short: string }> = {
  sun: { long: 'Sunday', short: 'Sun' },
  mon: { long: 'Monday', short: 'Mon' },
  tue: { long: 'Tuesday', short: 'Tue' },
  wed: { long: 'Wednesday', short: 'Wed' },
  thu: { long: 'Thursday', short: 'Thu' },
  fri: { long: 'Friday', short: 'Fri' },
  sat: { long: 'Saturday', short: 'Sat' },
}

/** What a zone's status means on a day, as a sentence for everybody. */
export function statusSentence(
  zone: { status: ZoneStatus; effectiveFrom: string; effectiveUntil: string | null },
  today: string,
): string {
  const from = formatDay(zone.effectiveFrom)
  const until = zone.effectiveUntil ? formatDay(zone.effectiveUntil) : null
  if (zone.status === 'ended') return 'This zone has ended. Rides no longer stop here.'
  if (zone.status === 'suspended')
    return 'This zone is on hold for now. Rides do not stop here until the city opens it again.'
  if (zone.status === 'proposed')
    return `This zone is proposed and not open yet. It could begin on ${from}.`
  if (zone.effectiveUntil && zone.effectiveUntil < today)
    return `This zone was open until ${until}. Rides no longer stop here.`
  if (zone.effectiveFrom > today) return `This zone opens on ${from}.`
  if (zone.status === 'pilot')
    return until ? `This zone is a trial until ${until}.` : `This zone is a trial since ${from}.`
  return until ? `This zone is here until ${until}.` : `This zone is here to stay, since ${from}.`
}

/** "Thu to Sun nights, 9 PM to 3 AM", one line for each set of hours. */
export function hoursWords(hours: readonly Hours[]): string[] {
  return hours.map(({ nights, opens, closes }) => {
    const from = clockWords(opens)
    const to = clockWords(closes)
    if (opensAfterMidnight(opens)) {
      return `${nightsWords(nights)}, ${from} to ${to} the morning after`
    }
    return opens === closes
      ? `${nightsWords(nights)}, from ${from} for 24 hours`
      : `${nightsWords(nights)}, ${from} to ${to}`
  })
}

/** The same hours as a sign counts them, by the calendar: "Thu to Sun, 9 PM to midnight", "Fri to Mon, midnight to 3 AM". */
export function calendarWords(hours: readonly Hours[]): string[] {
  return hours.flatMap(({ nights, opens, closes }) => {
    const mornings = nights.map(dayAfter)
    if (opensAfterMidnight(opens)) {
      return closes > opens
        ? [line(mornings, opens, closes)]
        : acrossMidnight(mornings, opens, closes)
    }
    return closes > opens ? [line(nights, opens, closes)] : acrossMidnight(nights, opens, closes)
  })
}

function acrossMidnight(days: readonly Weekday[], opens: string, closes: string): string[] {
  if (closes === '00:00') return [line(days, opens, closes)]
  return [line(days, opens, '00:00'), line(days.map(dayAfter), '00:00', closes)]
}

function line(days: readonly Weekday[], opens: string, closes: string): string {
  return `${weekdaysWords(days)}, ${clockWords(opens)} to ${clockWords(closes)}`
}

/** "9 PM", "9:30 PM", "noon", "midnight"; from "21:00". */
export function clockWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'noon'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'AM' : 'PM'}`
}

/** "9 PM", "midnight": a moment on the clock of the program's time zone. */
export function timeWords(moment: Date, timeZone: string): string {
  const time = formatTime(moment, timeZone)
  if (time === '12:00 AM') return 'midnight'
  return time === '12:00 PM' ? 'noon' : time.replace(':00', '')
}

/** "9 PM to 3 AM" */
export function spanWords({ opensAt, closesAt }: Night, timeZone: string): string {
  return `${timeWords(opensAt, timeZone)} to ${timeWords(closesAt, timeZone)}`
}

/** "Open tonight, 9 PM to 3 AM" */
export function tonightWords(night: Night, timeZone: string): string {
  return `Open tonight, ${spanWords(night, timeZone)}`
}

/** "Open now, until 3 AM"; with the day where that is more than a day away: "Open now, until Sunday, 7 AM". */
export function openNowWords({ closesAt }: Night, now: Date, timeZone: string): string {
  const until = timeWords(closesAt, timeZone)
  const hours = (closesAt.getTime() - now.getTime()) / 3_600_000
  return hours < 20
    ? `Open now, until ${until}`
    : `Open now, until ${weekdayOf(closesAt, timeZone, 'long')}, ${until}`
}

/** "Next: Thursday night, 9 PM to 3 AM (Fri)"; a later week's with its date. */
export function nextNightWords(night: Night, today: string, timeZone: string): string {
  const days = (Date.parse(night.night) - Date.parse(today)) / 86_400_000
  const span = `${spanWords(night, timeZone)}${morningOf(night, timeZone)}`
  if (days < 7) return `Next: ${weekdayOfDay(night.night, 'long')} night, ${span}`
  return `Next: the night of ${weekdayOfDay(night.night, 'long')}, ${formatDay(night.night)}, ${span}`
}

/** "Thursday, November 26": an evening by its date. */
export function eveningWords(night: string): string {
  return datePart('UTC', { weekday: 'long', month: 'long', day: 'numeric' }).format(atNoon(night))
}

/** "9 PM on Thursday to 3 AM on Friday": the calendar dates of both ends, so that nobody has to guess. */
export function bothEndsWords({ opensAt, closesAt }: Night, timeZone: string): string {
  const opens = `${timeWords(opensAt, timeZone)} on ${weekdayOf(opensAt, timeZone, 'long')}`
  const closes = `${timeWords(closesAt, timeZone)} on ${weekdayOf(closesAt, timeZone, 'long')}`
  return `${opens} to ${closes}`
}

/** " (Fri)" where a night ends, or lies, on another calendar day than its evening. */
function morningOf({ night, closesAt }: Night, timeZone: string): string {
  // A night that ends at midnight belongs wholly to its evening.
  const last = weekdayOf(new Date(closesAt.getTime() - 1), timeZone, 'short')
  return last === weekdayOfDay(night, 'short') ? '' : ` (${last})`
}

/** "Thu to Sun nights", "Every night", "Mon, Wed, and Fri nights" */
function nightsWords(nights: readonly Weekday[]): string {
  return new Set(nights).size === 7 ? 'Every night' : `${weekdaysWords(nights)} nights`
}

/** Runs of three days or more read as "Thu to Sun", across the end of the week too. */
function weekdaysWords(days: readonly Weekday[]): string {
  const given = new Set(days)
  if (given.size === 7) return 'Every day'
  const starts = weekdays.filter((day) => given.has(day) && !given.has(dayBefore(day)))
  const runs = starts.sort((a, b) => place(a) - place(b)).map((start) => runFrom(start, given))
  return listOf(
    runs.flatMap((run) => {
      const names = run.map((day) => weekdayNames[day].short)
      return run.length < 3 ? names : [`${names[0]} to ${names.at(-1)}`]
    }),
  )
}

function runFrom(start: Weekday, given: ReadonlySet<Weekday>): Weekday[] {
  const run = [start]
  for (let day = dayAfter(start); given.has(day) && run.length < 7; day = dayAfter(day)) {
    run.push(day)
  }
  return run
}

/** A week of nights is told from Monday. */
function place(day: Weekday): number {
  return (weekdays.indexOf(day) + 6) % 7
}

function dayAfter(day: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(day) + 1) % 7] ?? 'sun'
}

function dayBefore(day: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(day) + 6) % 7] ?? 'sun'
}

/** The same rule as in the domain: what opens before 6 AM belongs to the evening before. */
function opensAfterMidnight(opens: string): boolean {
  return opens < '06:00'
}

function weekdayOf(moment: Date, timeZone: string, weekday: 'long' | 'short'): string {
  return datePart(timeZone, { weekday }).format(moment)
}

function weekdayOfDay(day: string, weekday: 'long' | 'short'): string {
  return weekdayOf(atNoon(day), 'UTC', weekday)
}

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function datePart(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, ...options })
  formats.set(key, made)
  return made
}
