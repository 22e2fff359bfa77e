import { and, eq, isNull, ne, not, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { isOneOf, isPointedAt, sameOrBothNull } from '~db/rows.server'
import { events, licenseListings, venueChanges, venueStandings, venues } from '~db/schema'
import type { ImportId, VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { displayName } from './display-name'

/**
 * The venues that an import brought and with which nothing has happened since: no event, no row of
 * any table, no field that somebody edited. For queries over listings and their venues.
 */
export async function untouchedSince(db: Reader, id: ImportId): Promise<SQL> {
  const happened = sql`exists (select 1 from ${events} where ${events.venueId} = ${venues.id})`
  const kept = [licenseListings, venueChanges, venueStandings]
  const found = and(
    addedBy(id),
    not(happened),
    not(isPointedAt(venues.id, kept)),
    eq(venues.address, licenseListings.address),
    sameOrBothNull(venues.neighborhood, licenseListings.neighborhood),
    sameOrBothNull(venues.longitude, licenseListings.longitude),
    sameOrBothNull(venues.latitude, licenseListings.latitude),
    isNull(venues.phone),
    notMerged,
    not(isOneOf(venues.id, await renamed(db, id))),
  )
  return found ?? addedBy(id)
}

/** What an import brought, whatever became of it. */
export function addedBy(id: ImportId): SQL {
  return eq(licenseListings.addedById, id)
}

/** The database cannot tell our capitals from somebody's edit, so it names those in doubt. */
async function renamed(db: Reader, id: ImportId): Promise<VenueId[]> {
  const doubtful = await db
    .select({ id: venues.id, name: venues.name, listed: licenseListings.name })
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .where(and(addedBy(id), ne(sql`lower(${venues.name})`, sql`lower(${licenseListings.name})`)))
  return doubtful.flatMap(({ id, name, listed }) => (name === displayName(listed) ? [] : [id]))
}
