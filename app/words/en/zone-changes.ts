import type { Weekday, ZoneStatus } from '~db/vocabulary'
import { countOf, formatDay, formatNumber, listOf } from './format'
import { hoursWords, statusNames } from './zones'

type Said = {
  name: string
  district: string
  status: ZoneStatus
  effectiveFrom: string
  effectiveUntil: string | null
  facts: {
    segments: { street: string; between: string; points: unknown }[]
    hours: { nights: Weekday[]; opens: string; closes: string }[]
    dwellMinutes: number | null
    towing: string
    signWording: string
    doorScript: string
    amenities: string[]
    companies: string[]
    reachMeters: number
  }
}

/** What differs between two versions of a zone, one whole sentence for each thing. */
export function zoneChanges(before: Said, after: Said): string[] {
  const was = before.facts
  const is = after.facts
  const sentences = [
    after.name !== before.name && `It is called ${after.name} now; it was ${before.name}.`,
    after.district !== before.district &&
      `It belongs to ${after.district} now; it belonged to ${before.district}.`,
    after.status !== before.status &&
      `It is marked “${statusNames[after.status]}” now; it was “${statusNames[before.status]}”.`,
    datesWords(after) !== datesWords(before) &&
      `It holds ${datesWords(after)} now; it held ${datesWords(before)}.`,
    ...segmentChanges(was.segments, is.segments),
    hoursOf(is) !== hoursOf(was) && `The hours are ${hoursOf(is)} now; they were ${hoursOf(was)}.`,
    is.dwellMinutes !== was.dwellMinutes && dwellChange(was.dwellMinutes, is.dwellMinutes),
    is.towing !== was.towing &&
      (is.towing ? `About towing it says now: ${is.towing}` : 'It says nothing about towing now.'),
    is.signWording !== was.signWording &&
      (is.signWording ? `The sign reads “${is.signWording}” now.` : 'No sign is named now.'),
    is.doorScript !== was.doorScript && 'What door staff can say has new words.',
    differs(is.amenities, was.amenities) &&
      (is.amenities.length > 0
        ? `On the spot there is now: ${listOf(is.amenities)}.`
        : 'No amenities are named now.'),
    differs(is.companies, was.companies) &&
      (is.companies.length > 0
        ? `The apps that offer it are now: ${listOf(is.companies)}.`
        : 'No ride-share apps are named now.'),
    is.reachMeters !== was.reachMeters &&
      `Venues within ${formatNumber(is.reachMeters)} meters are told now; it was ${formatNumber(was.reachMeters)} meters.`,
  ]
  return sentences.filter((sentence) => sentence !== false)
}

/** "Harbor Street NW, from 9th to 10th, north side" */
export function stretchWords({ street, between }: { street: string; between: string }): string {
  return `${street}, ${between}`
}

function segmentChanges(was: Said['facts']['segments'], is: Said['facts']['segments']): string[] {
  const wordsThen = was.map(stretchWords)
  const wordsNow = is.map(stretchWords)
  const came = wordsNow.filter((words) => !wordsThen.includes(words))
  const went = wordsThen.filter((words) => !wordsNow.includes(words))
  const moved = is.filter((now) =>
    was.some(
      (then) => stretchWords(then) === stretchWords(now) && differs(then.points, now.points),
    ),
  )
  return [
    ...came.map((words) => `Rides stop here now: ${words}.`),
    ...went.map((words) => `Rides no longer stop here: ${words}.`),
    ...moved.map((now) => `The curb is drawn anew on the map: ${stretchWords(now)}.`),
  ]
}

function dwellChange(was: number | null, is: number | null): string {
  const minutes = (count: number) => countOf(count, 'minute', 'minutes')
  if (is === null) return 'No limit is set now for how long a car may stand.'
  if (was === null) return `A car may stand for ${minutes(is)} now; there was no limit.`
  return `A car may stand for ${minutes(is)} now; it was ${minutes(was)}.`
}

function datesWords({ effectiveFrom, effectiveUntil }: Said): string {
  const from = formatDay(effectiveFrom)
  return effectiveUntil ? `from ${from} to ${formatDay(effectiveUntil)}` : `from ${from}`
}

function hoursOf({ hours }: Said['facts']): string {
  return listOf(hoursWords(hours))
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}

/** What each status means, for the person who chooses it. */
export const zoneStatusHints: Record<ZoneStatus, string> = {
  proposed: 'Planned, not open yet. Venues hear that it could still change.',
  pilot: 'Open on its nights, on trial.',
  permanent: 'Open on its nights, to stay.',
  suspended: 'Closed for now. Venues hear that rides do not stop there.',
  ended: 'Gone. Venues that knew it hear so, and its page stays and says so.',
}
