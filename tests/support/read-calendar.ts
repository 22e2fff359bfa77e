/**
 * Reads an iCalendar file as strictly as RFC 5545 is written, and throws at what a calendar program might
 * refuse. It knows what whole-day events need, and nothing that Lamplight never writes.
 */
export function readCalendar(bytes: Uint8Array): ReadCalendar {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const [calendar, ...more] = componentsIn(linesOf(text).map(contentLine))
  if (!calendar || more.length > 0) throw new Error('One calendar is expected.')
  if (calendar.name !== 'VCALENDAR') throw new Error(`A ${calendar.name} stands alone.`)
  if (once(calendar, 'VERSION').value !== '2.0') throw new Error('This is not version 2.0.')
  if (once(calendar, 'PRODID').value === '') throw new Error('PRODID is empty.')
  // A METHOD makes it a message between people, which RFC 5546 asks to have an ORGANIZER.
  if (calendar.lines.some(({ name }) => name === 'METHOD')) throw new Error('It has a METHOD.')
  only(calendar, ['VERSION', 'PRODID', 'CALSCALE', 'X-WR-CALNAME'])
  const events = calendar.inside.map(eventOf)
  const ids = new Set(events.map(({ uid }) => uid))
  if (ids.size !== events.length) throw new Error('Two events share a UID.')
  return { name: textOf(once(calendar, 'X-WR-CALNAME').value), events }
}

export type ReadCalendar = { name: string; events: ReadEvent[] }
export type ReadEvent = {
  uid: string
  stamp: string
  /** The first day, and the day after the last. */
  from: string
  to: string
  summary: string
  description: string
}

type Line = { name: string; params: Record<string, string>; value: string }
type Component = { name: string; lines: Line[]; inside: Component[] }

/** Section 3.1: lines end in CR LF, have at most 75 octets, and go on after a space. */
function linesOf(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end.')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    const octets = new TextEncoder().encode(line).length
    if (octets > 75) throw new Error(`A line has ${octets} octets: ${line}`)
    if (/(?!\t)\p{Cc}/u.test(line)) throw new Error(`A line has a control character: ${line}`)
    if (line === '') throw new Error('A line is empty.')
  }
  return physical
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
}

function contentLine(line: string): Line {
  const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/u.exec(line)
  if (!found) throw new Error(`This is no content line: ${line}`)
  const [, name = '', params = '', value = ''] = found
  const pairs = params.split(';').slice(1)
  return { name, params: Object.fromEntries(pairs.map((pair) => pair.split('='))), value }
}

function componentsIn(lines: Line[]): Component[] {
  const outside: Component = { name: '', lines: [], inside: [] }
  const open = [outside]
  for (const line of lines) {
    const around = open.at(-1) ?? outside
    if (line.name === 'BEGIN') {
      const begun = { name: line.value, lines: [], inside: [] }
      around.inside.push(begun)
      open.push(begun)
    } else if (line.name === 'END') {
      if (open.length === 1 || around.name !== line.value) throw new Error(`END:${line.value}?`)
      open.pop()
    } else around.lines.push(line)
  }
  if (open.length > 1 || outside.lines.length > 0) throw new Error('Something is left open.')
  return outside.inside
}

function once({ name: of, lines }: Component, name: string): Line {
  const [line, ...more] = lines.filter((each) => each.name === name)
  if (!line || more.length > 0) throw new Error(`${of} needs one ${name}.`)
  return line
}

function only({ name: of, lines }: Component, known: string[]) {
  const odd = lines.find(({ name }) => !known.includes(name))
  if (odd) throw new Error(`${of} has ${odd.name}.`)
}

function eventOf(event: Component): ReadEvent {
  if (event.name !== 'VEVENT' || event.inside.length > 0) throw new Error(`${event.name}?`)
  const dates = ['DTSTART', 'DTEND']
  only(event, ['UID', 'DTSTAMP', ...dates, 'SUMMARY', 'DESCRIPTION', 'TRANSP', 'CLASS'])
  const stamp = once(event, 'DTSTAMP').value
  if (!/^\d{8}T\d{6}Z$/.test(stamp)) throw new Error(`DTSTAMP is no moment in UTC: ${stamp}`)
  const [from = '', to = ''] = dates.map((name) => dayOf(once(event, name)))
  if (to <= from) throw new Error('It ends before it begins.')
  if (!['OPAQUE', 'TRANSPARENT'].includes(once(event, 'TRANSP').value)) throw new Error('TRANSP?')
  if (!['PUBLIC', 'PRIVATE', 'CONFIDENTIAL'].includes(once(event, 'CLASS').value)) {
    throw new Error('CLASS?')
  }
  const [summary = '', description = ''] = ['SUMMARY', 'DESCRIPTION'].map((name) =>
    textOf(once(event, name).value),
  )
  return { uid: textOf(once(event, 'UID').value), stamp, from, to, summary, description }
}

/** Section 3.3.4: a DATE that is a day of the calendar. */
function dayOf({ name, params, value }: Line): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value) ?? []
  const written = `${year}-${month}-${day}`
  const read = new Date(`${written}T00:00:00Z`)
  if (params.VALUE !== 'DATE' || !read.toJSON()?.startsWith(written)) {
    throw new Error(`${name} is no day: ${value}`)
  }
  return written
}

/** Section 3.3.11: a TEXT, its escapes undone; a bare comma, semicolon or other escape is refused. */
function textOf(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`This is no text: ${value}`)
  return value.replace(/\\(.)/gu, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}
