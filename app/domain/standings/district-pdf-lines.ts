import { districtDefinitions as definitions } from '~/words/en/district'
import { districtPaper as words } from '~/words/en/district-paper'
import type { DistrictReport } from './district-report.server'

/** So many of each stand on the paper; the page has them all. */
const most = { zones: 4, classes: 3, venueLetters: 420, line: 190 }

/** Zones, classes and venues, as far as they fit. What is not there is not mentioned, save the venues. */
export function shortLists({ zones, classes, venues, more }: DistrictReport) {
  const zoneLines = zones.map(({ hours, ...zone }) =>
    words.zone({
      name: shortened(zone.name, 70),
      hours: shortened(hours.join('; '), 60),
      told: lower(zone.told),
      acknowledged: lower(zone.acknowledged),
    }),
  )
  const classLines = classes.map(({ title, when, place }) =>
    shortened(words.class({ title, when, place }), most.line),
  )
  return [
    { heading: words.zones, lines: firstOf(zoneLines, most.zones) },
    { heading: words.classes, lines: firstOf(classLines, most.classes) },
    { heading: words.venues, lines: [venueLine(venues, more !== null)] },
  ].filter(({ lines }) => lines.length > 0)
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

function firstOf(lines: readonly string[], count: number): string[] {
  const rest = lines.length - count
  return rest > 0 ? [...lines.slice(0, count), words.more(rest)] : [...lines]
}

/** The names in one line, as many as there is room for. */
function venueLine(venues: DistrictReport['venues'], more: boolean): string {
  if (venues.length === 0) return words.none
  const shown: string[] = []
  let letters = 0
  for (const { name } of venues) {
    letters += Math.min(name.length, 80) + 2
    if (letters > most.venueLetters) break
    shown.push(shortened(name, 80))
  }
  const rest = venues.length - shown.length
  const end = more ? `, ${words.evenMore}` : rest > 0 ? `, ${words.more(rest)}` : ''
  return `${shown.join(', ')}${end}.`
}

function shortened(text: string, letters: number): string {
  const all = [...text]
  return all.length > letters
    ? `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`
    : text
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
