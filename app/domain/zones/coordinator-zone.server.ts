import { stretchWords, zoneChanges } from '~/words/en/zone-changes'
import type { Reading } from '../context'
import { dayOf, daysBetween } from '../dates'
import type { ZoneId } from '../ids'
import { programOf } from '../standards/program.server'
import { versionsOf, zoneFor } from './queries.server'
import { type ToldFilter, toldVenues } from './told-venues.server'
import { venuesWithinReach } from './venues-within-reach.server'
import { zoneMap } from './zone-map.server'

/** What a coordinator sees of a zone: what stands, its versions, who was told and who has not joined. */
export async function keptZone(reading: Reading, zoneId: ZoneId, filter: ToldFilter) {
  const { db, now } = reading
  const zone = await zoneFor(reading, zoneId)
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const told = await toldVenues(reading, zone.versionId, filter)
  const within = await venuesWithinReach(db, zone)
  const versions = await versionsOf(db, zoneId)
  const dots = told.venues.flatMap(({ id, name, latitude, longitude }, index) =>
    latitude === null || longitude === null
      ? []
      : [{ key: id, label: name, number: index + 1, latitude, longitude }],
  )
  return {
    zone,
    today,
    timeZone,
    /** Nobody has asked the city for half a year. */
    stale: zone.confirmedOn === null || daysBetween(zone.confirmedOn, today) > 182,
    where: zone.facts.segments.map(stretchWords),
    told,
    /** Venues within reach, with people of their own or without. */
    within: within.length,
    map: await zoneMap(db, [zone], { now, today }, dots),
    versions: versions.map((version, index) => {
      const before = versions[index + 1]
      return {
        number: version.version,
        publishedBy: version.publishedBy,
        publishedAt: version.publishedAt,
        change: version.change,
        differences: before ? zoneChanges(before, version) : [],
      }
    }),
  }
}
