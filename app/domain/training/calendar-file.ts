import { addDays, type Day } from '../dates'

/** What stands in somebody's calendar: a whole day, or hours at a place. */
export type CalendarEvent = { id: string; title: string; detail: string } & (
  | { day: Day }
  | { startsAt: Date; endsAt: Date; place: string }
)

/**
 * An iCalendar file (RFC 5545). Whole days take up no time; nothing rings a bell, and all is marked as
 * private, since it names people.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], now: Date): string {
  const stamp = stampOf(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lamplight//Training calendar//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@lamplight`,
      `DTSTAMP:${stamp}`,
      ...timesOf(event),
      `SUMMARY:${escaped(event.title)}`,
      `DESCRIPTION:${escaped(event.detail)}`,
      ...('day' in event ? ['TRANSP:TRANSPARENT'] : []),
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function timesOf(event: CalendarEvent): string[] {
  if ('day' in event) {
    return [
      `DTSTART;VALUE=DATE:${plain(event.day)}`,
      `DTEND;VALUE=DATE:${plain(addDays(event.day, 1))}`,
    ]
  }
  return [
    `DTSTART:${stampOf(event.startsAt)}`,
    `DTEND:${stampOf(event.endsAt)}`,
    `LOCATION:${escaped(event.place)}`,
  ]
}

function stampOf(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function plain(day: Day): string {
  return day.replaceAll('-', '')
}

/** Section 3.3.11: these four have a meaning of their own; other controls have no place in a text. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')
}

/** Section 3.1: a line has at most 75 octets, and no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const letter of line) {
    const octets = Buffer.byteLength(letter)
    if (size + octets > 75) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += letter
    size += octets
  }
  return [...parts, part].join('\r\n')
}
