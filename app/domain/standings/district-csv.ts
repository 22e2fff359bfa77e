import { districtDefinitions as definitions } from '~/words/en/district'
import { districtRows as names } from '~/words/en/district-rows'
import { csvOf } from '../table-export'
import type { DistrictReport } from './district-report.server'

/** The district's report as a table: figure, value, definition, and the day it was counted on. */
export function districtCsv(report: DistrictReport): string {
  const { asOf } = report
  const rows: [string, string, string][] = [
    ...[...report.groups, report.coverage].map(({ name, value, definition }) => {
      return [name, value, definition] satisfies [string, string, string]
    }),
    ...report.trend.map(({ month, value }): [string, string, string] => {
      return [names.month(month), value, report.trendDefinition]
    }),
    ...report.zones.flatMap(({ name, told, acknowledged }): [string, string, string][] => [
      [names.told(name), told, definitions.told()],
      [names.acknowledged(name), acknowledged, definitions.acknowledged()],
    ]),
    ...report.classes.map(({ title, when, place }): [string, string, string] => {
      return [names.class(title), `${when}, ${place}`, definitions.classes()]
    }),
    ...report.venues.map(({ name, status }): [string, string, string] => {
      return [names.venue(name), status, definitions.accredited()]
    }),
    ...(report.more ? [[names.more, names.moreOnPage, ''] satisfies [string, string, string]] : []),
    [names.small, '', report.small],
  ]
  return csvOf([names.header, ...rows.map((row) => [...row, asOf])])
}
