import {
  and,
  between,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  ne,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { prepared, type Reader } from '~db/open.server'
import { memberships, venues, zones, zoneTellings, zoneVersions } from '~db/schema'
import type { Day } from '../dates'
import type { VenueId, ZoneId, ZoneVersionId } from '../ids'
import { notMerged } from '../live-venues.server'
import { publicZones } from './queries.server'
import { isPlaceless, mayConcern } from './venues-within-reach.server'
import { isWithinReach } from './within-reach'
import type { Zone } from './zone'

/** The venues within reach that have people to tell and have not heard of this version, by name. */
export async function venuesToTell(
  db: Reader,
  zone: Pick<Zone, 'districtId' | 'facts' | 'versionId'>,
): Promise<{ id: VenueId; name: string }[]> {
  const rows = await db
    .selectDistinct(placeColumns)
    .from(memberships)
    .innerJoin(venues, eq(venues.id, memberships.venueId))
    .where(and(...haveSomebody, mayConcern(zone), notExists(tellingsOf(db, zone.versionId))))
    .orderBy(venues.name, venues.id)
  return rows.filter((venue) => isWithinReach(venue, zone))
}

/** The zones of which some venue within reach has not heard what stands now. */
export async function zonesWithNews(db: Reader, today: Day): Promise<ZoneId[]> {
  const rows = await unheard(db).execute({ today })
  if (rows.length === 0) return []
  const zones = await publicZones(db)
  const concerned = zones.filter((zone) =>
    rows.some((row) => row.zoneId === zone.id && isWithinReach(row.venue, zone)),
  )
  return concerned.map(({ id }) => id)
}

const placeColumns = {
  id: venues.id,
  name: venues.name,
  districtId: venues.districtId,
  latitude: venues.latitude,
  longitude: venues.longitude,
}

const haveSomebody = [
  inArray(memberships.role, ['owner', 'manager']),
  isNotNull(memberships.confirmedAt),
  isNull(memberships.endedAt),
  notMerged,
]

/** Starts from the people who are to hear, who are fewer than the venues of a license list. */
const unheard = prepared((db) =>
  db
    .selectDistinct({ venue: placeColumns, zoneId: zones.id })
    .from(memberships)
    .innerJoin(venues, eq(venues.id, memberships.venueId))
    .innerJoin(zoneVersions, ne(zoneVersions.status, 'ended'))
    .innerJoin(
      zones,
      and(eq(zones.id, zoneVersions.zoneId), eq(zones.version, zoneVersions.number)),
    )
    .where(
      and(
        ...haveSomebody,
        or(
          and(
            between(venues.latitude, zoneVersions.south, zoneVersions.north),
            between(venues.longitude, zoneVersions.west, zoneVersions.east),
          ),
          and(eq(venues.districtId, zones.districtId), isPlaceless),
        ),
        or(
          isNull(zoneVersions.effectiveUntil),
          gte(zoneVersions.effectiveUntil, sql.placeholder('today')),
        ),
        notExists(tellingsOf(db, zoneVersions.id)),
      ),
    ),
)

function tellingsOf(db: Reader, versionId: ZoneVersionId | typeof zoneVersions.id) {
  return db
    .select({ venueId: zoneTellings.venueId })
    .from(zoneTellings)
    .where(and(eq(zoneTellings.versionId, versionId), eq(zoneTellings.venueId, venues.id)))
}
