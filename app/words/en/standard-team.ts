import type { StaffPosition } from '~db/vocabulary'
import { choiceOf, countOf, formatDay, formatNumber, listOf } from './format'
import { positionNames } from './names'
import { peopleWords } from './training'

/** How the figure of one standard comes about, a sentence for each part. */
export const standardTeamWords = {
  /** "Everybody counts who works as bartender or server, is past the first 30 days and not on leave." */
  scope: (positions: readonly StaffPosition[], newHireDays: number, locale = 'en-US') => {
    const roles = choiceOf(
      positions.map((position) => positionNames[position].toLowerCase()),
      locale,
    )
    return `Counted is everybody on your list who works as ${roles}, is past the first ${formatNumber(newHireDays, locale)} days, and is not on leave.`
  },
  share: (
    { percent, inScope, required }: { percent: number; inScope: number; required: number },
    locale = 'en-US',
  ) =>
    inScope === 0
      ? `The standard asks for ${formatNumber(percent, locale)} percent of them. Nobody counts today, so nothing is asked yet.`
      : `The standard asks for ${formatNumber(percent, locale)} percent of them, never rounded up and at least one: ${formatNumber(required, locale)} of ${formatNumber(inScope, locale)}.`,
  grace: (graceDays: number, locale = 'en-US') =>
    `If it falls below while you are accredited, your certificate says “being refreshed” from that day, and you have ${countOf(graceDays, 'day', 'days', locale)} to bring it back before the certificate pauses. A refresher that comes within ${countOf(graceDays, 'day', 'days', locale)} after a full course ended still extends it.`,
  enhanced:
    'This is one of the enhanced standards: your accreditation does not hang on it, whatever the figure is.',
  holds: 'As far as your list tells, it does not fall below what is asked.',
  falls: (day: string, names: readonly string[], locale = 'en-US') =>
    names.length > 0
      ? `If nothing changes, it falls below on ${formatDay(day, locale)}, through ${listOf(names, locale)}.`
      : `If nothing changes, it falls below on ${formatDay(day, locale)}.`,
  again: (names: readonly string[], by: string, until: string | null, locale = 'en-US') =>
    until
      ? `If ${listOf(names, locale)} can train by ${formatDay(by, locale)}, it holds until ${formatDay(until, locale)}.`
      : `If ${listOf(names, locale)} can train by ${formatDay(by, locale)}, it holds as far as your list tells.`,
  oneClass: (
    gain: { people: number; trained: number; inScope: number; fills: boolean },
    locale = 'en-US',
  ) => {
    const people = countOf(gain.people, 'person', 'people', locale)
    const [trained, inScope] = [gain.trained, gain.inScope].map((n) => formatNumber(n, locale))
    return gain.fills
      ? `One class for ${people} brings you to ${trained} of ${inScope}, which is what is asked.`
      : `One class for ${people} brings you to ${trained} of ${inScope}.`
  },
  nobodyOpen: 'Everybody who counts is current, so a class would change nothing today.',
  countsFrom: (day: string, locale = 'en-US') =>
    `Not counted yet: the first days end, and counting begins, on ${formatDay(day, locale)}.`,
  onLeave: 'Not counted: on leave.',
  others: (count: number, locale = 'en-US') =>
    `${countOf(count, 'more person', 'more people', locale)} on your list in other roles: this standard asks nothing of them.`,
  /** "9 of 10 servers" */
  figure: (
    { trained, inScope }: { trained: number; inScope: number },
    positions: readonly StaffPosition[],
    locale = 'en-US',
  ) => {
    const [one, many] = peopleWords(positions)
    return inScope === 0
      ? 'Nobody counts yet'
      : `${formatNumber(trained, locale)} of ${countOf(inScope, one, many, locale)} current`
  },
} as const

/** Writing one class down for several people. */
export const classRecordWords = {
  open: (position: string) => `${position}, open`,
  recorded: (people: number, locale = 'en-US') =>
    people === 0
      ? 'Everybody you ticked had this training of that day on the list already.'
      : `The training is on the list of ${countOf(people, 'person', 'people', locale)} now.`,
}
