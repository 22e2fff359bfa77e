import type { Day } from '../dates'
import { momentOf } from '../wall-clock'

/** "19:30", as a browser posts a time. */
export type ClockTime = `${number}:${number}`

export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The moment at which clocks in a time zone show this day and time. Of an hour that comes twice the first is meant. */
export function classMoment(day: Day, time: ClockTime, timeZone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return momentOf(day, hours * 60 + minutes, timeZone, 'first')
}

/** What a clock in a time zone shows at a moment: "19:30". */
export function clockTimeOf(moment: Date, timeZone: string): string {
  const parts = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(moment)
}
