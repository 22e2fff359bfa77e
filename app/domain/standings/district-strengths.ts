import { districtStrengths as words } from '~/words/en/district-strengths'
import type { ReportFigure } from './district-report'

type Report = {
  district: { name: string }
  groups: readonly ReportFigure[]
  coverage: ReportFigure
  zones: readonly { name: string; serving: boolean }[]
  classes: readonly { title: string; when: string }[]
  venues: readonly { name: string }[]
}

/** What goes well, from what is shown and nothing else: it stands first on the page and on paper. */
export function strengthsOf({ district, groups, coverage, zones, classes, venues }: Report) {
  const counted = (key: string) => {
    const value = groups.find((each) => each.key === key)?.value ?? ''
    return /^\d/.test(value) ? value : null
  }
  const accredited = counted('accredited')
  const talking = counted('in_conversation')
  const serving = zones.filter((zone) => zone.serving).map(({ name }) => name)
  const [next] = classes
  const sentences = [
    ...(accredited ? [words.accredited(accredited)] : []),
    ...(!accredited && venues.length > 0 ? [words.named(venues.map(({ name }) => name))] : []),
    ...(/^(\d|All but)/.test(coverage.value) ? [words.trained(coverage.value)] : []),
    ...(talking ? [words.talking(talking)] : []),
    ...(serving.length > 0 ? [words.zones(serving.slice(0, 4))] : []),
    ...(next ? [words.classes(next.title, next.when)] : []),
  ]
  return sentences.length > 0 ? sentences : [words.beginning(district.name)]
}
