import { paths } from '~/paths'
import { formatDay } from '~/words/en/format'
import { stretchWords } from '~/words/en/zone-changes'
import { calendarWords, hoursWords, statusSentence } from '~/words/en/zones'
import type { Reader } from '~db/open.server'
import { dayOf } from '../dates'
import { qrSquare } from '../qr-square'
import { programOf } from '../standards/program.server'
import { dwellWords } from './public-zone.server'
import { zoneBySlug } from './queries.server'
import { hasEnded } from './tonight'
import { opens } from './zone'

/**
 * The card that a venue prints for its door. It says nothing of tonight, because paper stays; where
 * no car may stop there is no card, and the page says why.
 */
export async function zoneCardPage(db: Reader, now: Date, slug: string, publicUrl: string) {
  const zone = await zoneBySlug(db, slug)
  const { timeZone, settings } = await programOf(db)
  const today = dayOf(now, timeZone)
  const base = { name: zone.name, zoneTo: paths.zone(slug) }
  if (!opens(zone) || hasEnded(zone, now, timeZone)) {
    return { ...base, card: null, why: statusSentence(zone, today) }
  }
  const where = zone.facts.segments.map(stretchWords)
  const hours = hoursWords(zone.facts.hours)
  const url = publicUrl + paths.zone(slug)
  const card = {
    where,
    hours,
    calendar: calendarWords(zone.facts.hours),
    dates: datesWords(zone.effectiveFrom > today ? zone.effectiveFrom : null, zone.effectiveUntil),
    dwell: dwellWords(zone.facts.dwellMinutes),
    script: zone.facts.doorScript,
    url: url.replace(/^https?:\/\//, ''),
    square: qrSquare(url),
    version: `${settings.name}, version ${zone.version} of ${formatDay(dayOf(zone.publishedAt, timeZone))}`,
    type: typeFor(zone.name.length, [...where, ...hours, zone.facts.doorScript].join('').length),
  }
  return { ...base, card, why: '' }
}

/** The size of the type, by how much there is to say, so that every card stays on one sheet. */
function typeFor(name: number, text: number): 'big' | 'medium' | 'long' {
  if (name <= 24 && text <= 220) return 'big'
  return name <= 50 && text <= 650 ? 'medium' : 'long'
}

function datesWords(from: string | null, until: string | null): string {
  if (from && until) return `From ${formatDay(from)} until ${formatDay(until)}.`
  if (from) return `From ${formatDay(from)}.`
  return until ? `Until ${formatDay(until)}.` : ''
}
