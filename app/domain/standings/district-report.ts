import {
  bandWords,
  coverageShare,
  districtDefinitions as definitions,
  shownWords,
} from '~/words/en/district'
import { formatMonth } from '~/words/en/format'
import { districtGroupWords } from '~/words/en/standings'
import { districtGroups } from '~db/vocabulary'
import type { Day } from '../dates'
import type { ProgramSettings } from '../standards/program-settings'
import type { DistrictFigures } from './district-figures.server'
import { bandOf, type Shown, shownBeside, shownCount, shownShare } from './small-counts'

/** A figure as everybody who may see the page reads it, with how it is counted. */
export type ReportFigure = { key: string; name: string; value: string; definition: string }

type Settings = Pick<ProgramSettings, 'groupsFrom' | 'graceDays'>

/** The four groups. Of the venues that are being refreshed anybody can count a part in the public list. */
export function groupFigures(
  { groups }: DistrictFigures,
  publicRefreshing: number | null,
  settings: Settings,
): ReportFigure[] {
  const { groupsFrom: from } = settings
  return districtGroups.map((group) => {
    const { name, definition } = districtGroupWords[group]
    const shown: Shown =
      group === 'refreshing'
        ? shownBeside(groups[group], publicRefreshing, from)
        : shownCount(groups[group], from)
    const more = shown.is === 'at_least' ? ` ${definitions.publicPart()}` : ''
    return {
      key: group,
      name,
      value: shownWords(shown, from),
      definition: definition(settings) + more,
    }
  })
}

/** How much of the district's teams is current, once enough venues and people stand behind it. */
export function coverageFigure({ coverage }: DistrictFigures, from: number): ReportFigure {
  const { venues, inScope, trained } = coverage
  const enough = venues >= from && inScope >= from
  const share = shownShare(enough ? trained : 0, enough ? inScope : 0, from)
  return {
    key: 'coverage',
    name: 'Current in sexual-assault intervention training',
    value: coverageShare(share, from),
    definition: definitions.coverage({ from }),
  }
}

export type TrendMonth = { day: Day; month: string; value: string; least: number; most: number }

/** The accredited at the end of each month, in steps. */
export function trendMonths(
  months: readonly { day: Day; count: number }[],
  from: number,
): TrendMonth[] {
  return months.map(({ day, count }) => {
    const band = bandOf(count, from)
    const [least, most] = band.is === 'fewer' ? [0, from - 1] : [band.least, band.most]
    return { day, month: formatMonth(day), value: bandWords(band, from), least, most }
  })
}

/** How many venues heard of a zone, and how many of them acknowledged it. */
export function zoneFigures(
  { told, acknowledged }: { told: number; acknowledged: number },
  from: number,
) {
  const { whole, part } = shownShare(acknowledged, told, from)
  return { told: shownWords(whole, from), acknowledged: shownWords(part, from) }
}
