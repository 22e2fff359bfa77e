import { type Day, daysBetween } from './dates'

/**
 * The moment at which a clock on the wall of a time zone shows some minutes past midnight of a day.
 * A time that the clock jumps over in spring is the moment of the jump. A time that it shows twice
 * in autumn is the first one for an opening and the last one for a closing, so that whoever reads
 * it within the hours finds it open.
 */
export function momentOf(day: Day, minutes: number, timeZone: string, end: 'first' | 'last'): Date {
  const asIfUtc = Date.UTC(1970, 0, 1 + daysBetween('1970-01-01', day), 0, minutes)
  const before = asIfUtc - offsetAt(asIfUtc - dayLong, timeZone)
  const after = asIfUtc - offsetAt(asIfUtc + dayLong, timeZone)
  // No change of the clock is near: most days of the year.
  if (before === after) return new Date(before)
  const shown = [before, after].filter((time) => time + offsetAt(time, timeZone) === asIfUtc)
  if (shown.length > 0) {
    return new Date(end === 'first' ? Math.min(...shown) : Math.max(...shown))
  }
  return new Date(jumpBetween(Math.min(before, after), Math.max(before, after), timeZone))
}

const minute = 60_000
const dayLong = 86_400_000

/** The minute in which the clock of a time zone jumps, between two moments on both sides of it. */
function jumpBetween(from: number, to: number, timeZone: string): number {
  const earlier = offsetAt(from, timeZone)
  let [low, high] = [from, to]
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute
    if (offsetAt(middle, timeZone) === earlier) low = middle
    else high = middle
  }
  return high
}

/** How far the clock of a time zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const whole = Math.floor(time / 1000) * 1000
  const shown = formatterFor(timeZone).format(whole)
  const [month = 0, day = 0, year = 0, hour = 0, minutes = 0, seconds = 0] = shown
    .split(/\D+/)
    .map(Number)
  return Date.UTC(year, month - 1, day, hour, minutes, seconds) - whole
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, made)
  return made
}
