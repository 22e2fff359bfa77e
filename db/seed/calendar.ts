import { addDays, type Day, dayOf } from '~/domain/dates'

/** The days of the story, counted from the day of seeding in the program's time zone. */
export type Calendar = {
  day(offset: number): Day
  /** The moment of a wall-clock time, in minutes after midnight, of a day. */
  moment(offset: number, minutes: number): Date
}

export function calendarFrom(now: Date, timeZone: string): Calendar {
  const today = dayOf(now, timeZone)
  const day = (offset: number) => addDays(today, offset)
  return {
    day,
    moment(offset, minutes) {
      const asIfUtc = Date.parse(`${day(offset)}T00:00:00Z`) + minutes * 60_000
      const ahead = wallClock(new Date(asIfUtc), timeZone) - asIfUtc
      return new Date(asIfUtc - ahead)
    },
  }
}

/** What the clock on the wall shows there, read as if it were UTC. */
function wallClock(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
}
