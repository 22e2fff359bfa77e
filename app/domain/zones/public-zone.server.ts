import { paths } from '~/paths'
import { countOf, formatDay } from '~/words/en/format'
import { stretchWords, zoneChanges } from '~/words/en/zone-changes'
import {
  bothEndsWords,
  calendarWords,
  eveningWords,
  hoursWords,
  statusNames,
  statusSentence,
} from '~/words/en/zones'
import type { Reader } from '~db/open.server'
import { dayOf } from '../dates'
import { programOf } from '../standards/program.server'
import { nightsFrom } from './nights'
import { versionsOf, zoneBySlug } from './queries.server'
import { effectiveOf, tonightAt } from './tonight'
import { opens, type Zone } from './zone'
import { zoneMap } from './zone-map.server'

/**
 * A zone's public page, also after it has ended. What it says of tonight is counted for each request;
 * the seven nights below carry their dates, so that a page that is kept somewhere stays true.
 */
export async function publicZonePage(db: Reader, now: Date, slug: string) {
  const zone = await zoneBySlug(db, slug)
  const { timeZone, settings } = await programOf(db)
  const today = dayOf(now, timeZone)
  const tonight = tonightAt(zone, now, timeZone)
  const ended = tonight.short === 'Ended'
  const nights =
    opens(zone) && !ended ? nightsFrom(zone.facts.hours, today, 7, timeZone, effectiveOf(zone)) : []
  return {
    name: zone.name,
    district: zone.district,
    districtTo: `${paths.zones()}?district=${zone.districtSlug}`,
    ended,
    hasCard: opens(zone) && !ended,
    cardTo: paths.zoneCard(zone.slug),
    status: ended ? 'Ended' : statusNames[zone.status],
    sentence: statusSentence(zone, today),
    tonight: tonight.when === 'closed' ? '' : tonight.words,
    open: tonight.when === 'now' || tonight.when === 'tonight',
    where: zone.facts.segments.map(stretchWords),
    hours: hoursWords(zone.facts.hours),
    calendar: calendarWords(zone.facts.hours),
    nights: nights.map((night) => ({
      key: night.opensAt.toISOString(),
      evening: eveningWords(night.night),
      hours: bothEndsWords(night, timeZone),
    })),
    rows: rowsOf(zone, settings.issuer),
    // Where no car may stop, nobody is to be sent.
    script: opens(zone) && !ended ? zone.facts.doorScript : '',
    confirmed: zone.confirmedOn ? formatDay(zone.confirmedOn) : '',
    versions: await historyOf(db, zone, timeZone),
    map: await zoneMap(db, [zone], { now, today }),
  }
}

/** Each version with what it changed: in the words of who changed it, and point by point. */
async function historyOf(db: Reader, { id }: Zone, timeZone: string) {
  const versions = await versionsOf(db, id)
  return versions.map((version, index) => {
    const before = versions[index + 1]
    const on = dayOf(version.publishedAt, timeZone)
    return {
      number: version.version,
      at: on,
      on: formatDay(on),
      words: version.change || 'The zone was written down here for the first time.',
      changes: before ? zoneChanges(before, version) : [],
    }
  })
}

/** What else the zone says; a line that nobody filled in is left out. */
function rowsOf({ facts }: Zone, issuer: string) {
  const rows = [
    { term: 'How long', lines: [dwellWords(facts.dwellMinutes)] },
    { term: 'Towing', lines: [facts.towing] },
    { term: 'What the signs say', lines: [facts.signWording] },
    { term: 'At the curb', lines: facts.amenities },
    { term: 'In the apps of', lines: facts.companies },
    { term: 'Offered by', lines: [issuer] },
  ]
  return rows.filter(({ lines }) => lines.some(Boolean))
}

/** "A car may stand for 5 minutes." */
export function dwellWords(minutes: number | null): string {
  return minutes === null ? '' : `A car may stand for ${countOf(minutes, 'minute', 'minutes')}.`
}
