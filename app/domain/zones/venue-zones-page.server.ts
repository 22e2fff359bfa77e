import { and, eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { formatDay, formatNumber } from '~/words/en/format'
import { stretchWords, zoneChanges } from '~/words/en/zone-changes'
import { calendarWords, hoursWords, statusNames, statusSentence } from '~/words/en/zones'
import type { Reader } from '~db/open.server'
import { zoneWishes } from '~db/schema'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { VenueId, ZoneId } from '../ids'
import { canAcknowledgeZones } from '../permissions/zone'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { versionsOf } from './queries.server'
import { tonightAt } from './tonight'
import { venueZoneFor } from './venue-zone.server'
import { isAsked, type VenueZone, zonesOfVenue } from './venue-zones.server'
import { opens } from './zone'
import { zoneMap } from './zone-map.server'

/** The zones near a venue as its own people need them: tonight, where, what to say, and what is new. */
export async function venueZonesPage(reading: Reading, venueId: VenueId) {
  const { db, actor, now } = reading
  const venue = await venueFor(db, actor, venueId)
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const zones = await zonesOfVenue(db, venue, today)
  const permission = canAcknowledgeZones(actor, venueId)
  const { latitude, longitude } = venue
  const dots =
    latitude !== null && longitude !== null
      ? [{ key: 'venue', label: venue.name, latitude, longitude }]
      : []
  return {
    venue: venue.name,
    located: dots.length > 0,
    hindrance: permission.allowed ? '' : permission.reason,
    zones: await Promise.all(zones.map((zone) => zoneView(db, zone, { venueId, now, timeZone }))),
    map: zones.length > 0 ? await zoneMap(db, zones, { now, today }, dots) : null,
    reminded: await isReminded(reading, venueId),
  }
}

/** One of these zones on a page of its own, with the question whether the door staff know. */
export async function venueZonePage(reading: Reading, venueId: VenueId, zoneId: ZoneId) {
  const { db, actor, now } = reading
  const zone = await venueZoneFor(reading, venueId, zoneId)
  const { timeZone } = await programOf(db)
  const permission = canAcknowledgeZones(actor, venueId)
  return {
    hindrance: permission.allowed ? '' : permission.reason,
    zone: await zoneView(db, zone, { venueId, now, timeZone }),
  }
}

export type VenueZonesPage = Awaited<ReturnType<typeof venueZonesPage>>
export type VenueZoneView = VenueZonesPage['zones'][number]

type At = { venueId: VenueId; now: Date; timeZone: string }

async function zoneView(db: Reader, zone: VenueZone, { venueId, now, timeZone }: At) {
  const today = dayOf(now, timeZone)
  const { facts, known } = zone
  const tonight = tonightAt(zone, now, timeZone)
  return {
    id: zone.id,
    name: zone.name,
    version: zone.version,
    status: statusNames[zone.status],
    sentence: statusSentence(zone, today),
    tonight: tonight.when === 'closed' ? '' : tonight.words,
    open: tonight.when === 'now' || tonight.when === 'tonight',
    distance: distanceWords(zone.meters),
    where: facts.segments.map(stretchWords),
    hours: hoursWords(facts.hours),
    calendar: calendarWords(facts.hours),
    script: opens(zone) ? facts.doorScript : '',
    asked: isAsked(zone),
    knownOn: known?.version === zone.version ? formatDay(known.on) : '',
    news: isAsked(zone) ? await newsSince(db, zone, timeZone) : [],
    publicTo: paths.zone(zone.slug),
    cardTo: opens(zone) ? paths.zoneCard(zone.slug) : '',
    acknowledgeTo: paths.acknowledgeZone(venueId, zone.id),
  }
}

/** What changed since the version that the venue acknowledged, the newest first; nothing where it knew none. */
async function newsSince(db: Reader, { id, known }: VenueZone, timeZone: string) {
  if (!known) return []
  const versions = await versionsOf(db, id)
  return versions.flatMap((version, index) => {
    const before = versions[index + 1]
    if (!before || version.version <= known.version) return []
    const on = formatDay(dayOf(version.publishedAt, timeZone))
    return {
      version: version.version,
      on,
      words: version.change,
      changes: zoneChanges(before, version),
    }
  })
}

/** "About 250 feet (75 meters) from your address." */
function distanceWords(meters: number | null): string {
  if (meters === null) return ''
  const feet = Math.max(50, Math.round((meters * 3.28084) / 50) * 50)
  return `About ${formatNumber(feet)} feet (${formatNumber(Math.round(meters / 5) * 5)} meters) from your address.`
}

async function isReminded({ db, actor }: Reading, venueId: VenueId): Promise<boolean> {
  const own = and(eq(zoneWishes.venueId, venueId), eq(zoneWishes.personId, actor.person.id))
  const rows = await db.select({ since: zoneWishes.since }).from(zoneWishes).where(own)
  return rows.length > 0
}
