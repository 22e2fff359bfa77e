import { districtDefinitions as definitions } from '~/words/en/district'
import { districtPaper as words } from '~/words/en/district-paper'
import { lowered } from '~/words/en/format'
import type { DistrictReport } from './district-report.server'

export type ShortList = { heading: string; lines: string[] }

/** At most so many letters of each; the page has all of it. */
const letters = { strength: 210, zone: 70, hours: 60, class: 190, venues: 220, venue: 80 }

/** What a heading takes, and a line of list type, in points; about so many letters stand in one line. */
const heights = { heading: 25, line: 11.7, after: 1.5 }
const lettersInLine = 108

/** What goes well, each sentence in two lines at most. */
export function strengthLines({ strengths }: DistrictReport): string[] {
  return strengths.map((sentence) => shortened(sentence, letters.strength))
}

/** Zones, classes and venues, as many as there is room for: a list that is cut says so in its heading. */
export function shortLists(report: DistrictReport, room: number): ShortList[] {
  let [zones, classes] = [report.zones.length, report.classes.length]
  for (;;) {
    const lists = listsOf(report, zones, classes)
    const taken = lists.reduce((sum, list) => sum + heightOf(list), 0)
    if (taken <= room || (zones <= 1 && classes <= 1)) return lists
    if (zones >= classes) zones -= 1
    else classes -= 1
  }
}

/** Each definition after the name of its figure; those of zones and classes where there are any. */
export function definitionLines(report: DistrictReport): string[] {
  const { groups, coverage, trendDefinition, zones, small } = report
  return [
    small,
    ...[...groups, coverage].map(({ name, definition }) => words.definition(name, definition)),
    words.definition(words.trend, trendDefinition),
    ...(zones.length > 0
      ? [words.definition(words.zones, `${definitions.told()} ${definitions.acknowledged()}`)]
      : []),
    words.definition(words.venues, definitions.accredited()),
  ]
}

function listsOf({ zones, classes, venues, more }: DistrictReport, most: number, few: number) {
  const zoneLines = zones.slice(0, most).map(({ hours, ...zone }) =>
    words.zone({
      name: shortened(zone.name, letters.zone),
      hours: shortened(hours.join('; '), letters.hours),
      told: lowered(zone.told),
      acknowledged: lowered(zone.acknowledged),
    }),
  )
  const classLines = classes
    .slice(0, few)
    .map((each) => shortened(words.class(each), letters.class))
  return [
    { heading: words.some(words.zones, zoneLines.length, zones.length), lines: zoneLines },
    { heading: words.some(words.classes, classLines.length, classes.length), lines: classLines },
    { heading: words.venues, lines: [venueLine(venues, more !== null)] },
  ].filter(({ lines }) => lines.length > 0)
}

function heightOf({ lines }: ShortList): number {
  const rows = lines.map((line) => Math.ceil(line.length / lettersInLine) * heights.line)
  return heights.heading + rows.reduce((sum, row) => sum + row + heights.after, 0)
}

/** The names in one line, as many as there is room for. */
function venueLine(venues: DistrictReport['venues'], more: boolean): string {
  if (venues.length === 0) return words.none
  const shown: string[] = []
  let used = 0
  for (const { name } of venues) {
    used += Math.min(name.length, letters.venue) + 2
    if (used > letters.venues && shown.length > 0) break
    shown.push(shortened(name, letters.venue))
  }
  const rest = venues.length - shown.length
  const end = more ? `, ${words.evenMore}` : rest > 0 ? `, ${words.more(rest)}` : ''
  return `${shown.join(', ')}${end}.`
}

function shortened(text: string, most: number): string {
  const all = [...text]
  return all.length > most
    ? `${all
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text
}
