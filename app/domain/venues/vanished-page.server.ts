import { and, count, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { isOneOf } from '~db/rows.server'
import { licenseListings, venues } from '~db/schema'
import { matchesWords } from '~db/search.server'
import type { Reading } from '../context'
import type { Day } from '../dates'
import type { VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { permit } from '../permissions/permission'
import { canImportLicenses } from '../permissions/venue'
import { afterVenue } from './after-venue.server'
import { standingAt } from './venue-standing.server'

const pageSize = 50

/**
 * Venues none of whose licenses is on the newest list, by name, a page at a time: since when, where
 * they stand, and whether a venue with a license stands at the same address now.
 */
export async function vanishedPage(
  { db, actor, now }: Reading,
  { words, after }: { words: string; after: VenueId | null },
) {
  permit(canImportLicenses(actor))
  const asked = and(await matchesWords(db, words), notMerged, allVanished)
  const found = await db
    .select({
      id: venues.id,
      name: venues.name,
      address: venues.address,
      standing: (await standingAt(db, now)).as('standing'),
    })
    .from(venues)
    .where(and(asked, await afterVenue(db, after)))
    .orderBy(venues.name, venues.id)
    .limit(pageSize + 1)
  const [counted] = await db.select({ total: count() }).from(venues).where(asked)
  const page = found.slice(0, pageSize)
  const since = await vanishedSince(db, page)
  const successors = await newAtTheDoor(db, page)
  return {
    venues: page.map((venue) => ({
      ...venue,
      since: since.get(venue.id) ?? null,
      successor: successors.get(doorOf(venue.address)) ?? null,
    })),
    total: counted?.total ?? 0,
    next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}

const allVanished = sql`venues.id in (select venue_id from license_listings where vanished_on is not null)
  and not exists (select 1 from license_listings
    where license_listings.venue_id = venues.id and vanished_on is null)`

type Shown = { id: VenueId; address: string }

async function vanishedSince(db: Reader, page: readonly Shown[]): Promise<Map<VenueId, Day>> {
  const rows = await db
    .select({ venueId: licenseListings.venueId, since: max(licenseListings.vanishedOn) })
    .from(licenseListings)
    .where(
      inArray(
        licenseListings.venueId,
        page.map(({ id }) => id),
      ),
    )
    .groupBy(licenseListings.venueId)
  return new Map(rows.flatMap(({ venueId, since }) => (since ? [[venueId, since]] : [])))
}

/** A venue with a license at one of these addresses, by the address. */
async function newAtTheDoor(db: Reader, page: readonly Shown[]) {
  const written = page.map(({ address }) => doorOf(address))
  const rows = await db
    .select({ id: venues.id, name: venues.name, address: venues.address })
    .from(venues)
    .innerJoin(licenseListings, eq(licenseListings.venueId, venues.id))
    .where(and(isOneOf(doorInTable, written), notMerged, isNull(licenseListings.vanishedOn)))
  return new Map(rows.map(({ address, ...venue }) => [doorOf(address), venue]))
}

/** An address without its dots and commas, in code and in the table alike. */
function doorOf(address: string): string {
  return address.replace(/[.,]/g, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

const doorInTable = sql`lower(replace(replace(${venues.address}, '.', ''), ',', ''))`
