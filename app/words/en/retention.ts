import { capital, countOf, formatDay, formatNumber } from './format'

/** What stands on the list, in a few words each. The schedule itself has the long ones. */
export const removalNames: Record<string, string> = {
  'venue-left': 'What a venue that left never shared',
  'removed-staff': 'People taken off a staff list',
  'removed-records': 'Training records that venues removed',
  'removed-contacts': 'Contacts taken off a venue’s log',
  'roster-reports': 'Reports of staff list imports',
  'event-details': 'Details of events in the record',
  'sent-mail': 'Words and addresses of sent mail',
  'unsent-mail': 'Words and addresses of mail left unsent',
  'answered-requests': 'Words of answered requests to join',
  'place-invitations': 'Invitations by email',
}

export function removalName(rule: string): string {
  return removalNames[rule] ?? rule
}

const things: Record<string, [one: string, many: string]> = {
  'venue-left': ['venue', 'venues'],
  'removed-staff': ['person', 'people'],
  'removed-records': ['record', 'records'],
  'removed-contacts': ['contact', 'contacts'],
  'roster-reports': ['import', 'imports'],
  'event-details': ['event', 'events'],
  'sent-mail': ['mail', 'mails'],
  'unsent-mail': ['mail', 'mails'],
  'answered-requests': ['request', 'requests'],
  'place-invitations': ['invitation', 'invitations'],
}

/** "3 records": how many things of a rule. */
export function removalCount(rule: string, count: number): string {
  const [one, many] = things[rule] ?? ['thing', 'things']
  return countOf(count, one, many)
}

/** "From November 3 to November 9, 2025", or the name of the venue that left. */
export function removalAbout(line: {
  venue: string | null
  weeks: { from: string; to: string } | null
}): string {
  const { venue, weeks } = line
  return weeks ? `From ${formatDay(weeks.from)} to ${formatDay(weeks.to)}` : (venue ?? 'A venue')
}

/** "1 day", "30 days", "A year", "2 years": as people say it. */
export function keptWords(days: number): string {
  if (days % 365 === 0) return days === 365 ? 'A year' : `${formatNumber(days / 365)} years`
  return countOf(days, 'day', 'days')
}

type Line = {
  id: string | null
  rule: string
  about: string
  count: number
  /** The last day on which it is there. */
  lastDay: string
  keptBecause: string | null
}

/** One line of the list on a terminal. */
export function listedLine(line: Line): string {
  const { id, rule, about, count, keptBecause } = line
  const day = formatDay(line.lastDay)
  const what = `${rule} ${about}: ${removalCount(rule, count)}`
  if (!id) return `${what}, would be listed, and stay until the end of ${day}.`
  return keptBecause
    ? `${what}, kept longer until the end of ${day}: ${keptBecause}`
    : `${what}, listed, and there until the end of ${day}.`
}

/** When it goes. `day` is the last one on which it is still there. */
export function goesWords(day: string, isOver: boolean, isKept: boolean): string {
  if (isOver) return 'It goes within the hour.'
  return isKept
    ? `It is kept longer, until the end of ${day}.`
    : `It stays until the end of ${day}, and then goes.`
}

export function keptLongerWords(by: string | null, because: string): string {
  return `Kept by ${by ?? 'a coordinator'}, because: ${because}`
}

/** What a coordinator has just done, by the word in the address. */
export const doneWords: Record<string, string> = {
  kept: 'It is kept longer. Your reason stands beside it, and that you kept it is in the record.',
  'let-go': 'It is no longer kept, and goes on its day. That you let it go is in the record.',
}

/** "A year after the import", "As long as the program runs". */
export function ruleTime(days: number | null, from: string): string {
  return days === null ? capital(from) : `${keptWords(days)} ${from}`
}

type How = 'listed_at_start' | 'listed' | 'at_once' | 'stays'

export function noticeWords(how: How, days: number): string {
  const words: Record<How, string> = {
    listed_at_start: 'Listed above from the first day',
    listed: `Then listed above for ${countOf(days, 'day', 'days')}`,
    at_once: 'Goes then, without a list',
    stays: 'Nothing of it goes by the clock',
  }
  return words[how]
}
