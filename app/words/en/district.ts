import { capital, formatNumber, numberWord } from './format'

type Shown =
  | { is: 'exactly' | 'at_least'; count: number }
  | { is: 'fewer' | 'hidden' | 'all_but_fewer' }
type Band = { is: 'fewer' } | { is: 'between'; least: number; most: number }

/** "fewer than five" */
export function fewerWords(from: number, locale = 'en-US'): string {
  return `fewer than ${numberWord(from, locale)}`
}

/** A count as a district's page shows it: "12", "Fewer than five", "12 or more". */
export function shownWords(shown: Shown, from: number, locale = 'en-US'): string {
  switch (shown.is) {
    case 'exactly':
      return formatNumber(shown.count, locale)
    case 'at_least':
      return `${formatNumber(shown.count, locale)} or more`
    case 'fewer':
      return capital(fewerWords(from, locale))
    case 'all_but_fewer':
      return `All but ${fewerWords(from, locale)}`
    case 'hidden':
      return 'Not shown'
  }
}

/** "5 to 9" */
export function bandWords(band: Band, from: number, locale = 'en-US'): string {
  if (band.is === 'fewer') return capital(fewerWords(from, locale))
  return `${formatNumber(band.least, locale)} to ${formatNumber(band.most, locale)}`
}

type Share = { whole: Shown; part: Shown }

/**
 * "65% to 69% of 60 or more people", "All but fewer than five of 60 or more people". In steps, for the
 * public list says which venue came between two looks, and the difference would be its team's.
 */
export function coverageShare({ whole, part }: Share, from: number, locale = 'en-US'): string {
  if (whole.is !== 'exactly' || whole.count < 10 || part.is === 'hidden') return 'Not shown yet'
  const all = `${formatNumber(whole.count - (whole.count % 10), locale)} or more people`
  if (part.is !== 'exactly') return `${shownWords(part, from, locale)} of ${all}`
  const least = Math.floor((20 * part.count) / whole.count) * 5
  return `${least}% to ${least + 4}% of ${all}`
}

/** What stands beside each figure under "How this is counted". */
export const districtDefinitions = {
  small: ({ from }: { from: number }) =>
    `A number under ${numberWord(from)}, none included, reads “${fewerWords(from)}”. So that nobody can work it out, there are no totals, and some figures are told in steps or not shown.`,
  publicPart: () =>
    'The public list shows some of these venues by name. So that nobody can work out how few the others are, the figure says “or more”.',
  coverage: ({ from }: { from: number }) =>
    `People of venues whose certificate counts today, who work with guests and are past their first weeks, and how many of them are current in sexual-assault intervention training. People on leave are in neither number. It is shown once at least ${numberWord(from)} venues and ${numberWord(2 * from)} people stand behind it, and told in steps, so that nobody can work out from it how the team of one venue stands.`,
  trend: ({ from }: { from: number }) =>
    `Venues whose certificate was valid at the end of the month, from the dates of certificates and the record of what lapsed and was renewed. It is told in steps of ${numberWord(from)}, so that no change of a single venue can be read from it. Venues are counted in the district in which they are today.`,
  told: () => 'Venues within reach of the zone that were told of its newest version.',
  acknowledged: () =>
    'Of these, the venues that answered “our door staff know” for the newest version. Each new version asks again.',
  classes: () => 'Classes that the program has announced for the venues of this district.',
  accredited: () =>
    'The venues that everybody can find in the public list today, with how each certificate stands.',
} as const
