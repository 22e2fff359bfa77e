import { eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { licenseListings, neighborhoods, venues } from '~db/schema'
import type { Day } from '../dates'
import { slugGiver } from '../districts/slug'
import { type DistrictId, type ImportId, newId } from '../ids'
import { displayName } from './display-name'
import { type LicenseChanges, licenseKey, listingDigest } from './license-changes.server'
import type { LicenseListing } from './read-license-list'

export type Laying = { importId: ImportId; now: Date; today: Day }

/** SQLite binds at most 32,766 values to one statement. */
const chunk = 500

/**
 * Writes what a list brings: new venues in bulk, each with its listing beside it, and changed ones
 * field by field. A field that people of the program have edited since is left to them.
 */
export async function layDownListings(
  tx: Tx,
  { added, changed }: LicenseChanges,
  laying: Laying,
): Promise<void> {
  const districtOf = await districtByNeighborhood(tx)
  await addVenues(tx, added, districtOf, laying)
  for (const listing of changed) await changeVenue(tx, listing, districtOf, laying)
}

type DistrictOf = (neighborhood: string | null) => DistrictId | null

async function addVenues(
  tx: Tx,
  added: readonly LicenseListing[],
  districtOf: DistrictOf,
  laying: Laying,
): Promise<void> {
  if (added.length === 0) return
  const slugs = await tx.select({ slug: venues.slug }).from(venues)
  const slugFor = slugGiver(slugs.map(({ slug }) => slug))
  for (let start = 0; start < added.length; start += chunk) {
    const part = added.slice(start, start + chunk).map((listing) => ({ listing, id: newId('ven') }))
    await tx.insert(venues).values(
      part.map(({ listing, id }) => ({
        id,
        slug: slugFor(listing.displayName, listing.neighborhood),
        ...venueFields(listing, districtOf),
        source: 'license_list' as const,
        profile: { securityStaff: null },
        createdAt: laying.now,
      })),
    )
    await tx
      .insert(licenseListings)
      .values(part.map(({ listing, id }) => ({ venueId: id, ...listingFields(listing, laying) })))
  }
}

async function changeVenue(
  tx: Tx,
  listing: LicenseListing,
  districtOf: DistrictOf,
  laying: Laying,
): Promise<void> {
  const license = licenseKey(listing.license)
  const [row] = await tx
    .select({ venue: venues, before: licenseListings })
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .where(eq(licenseListings.license, license))
  if (!row) return
  const { venue, before } = row
  const { name, address, neighborhood, ...place } = venueFields(listing, districtOf)
  const moved = neighborhood !== before.neighborhood
  const untouched = venue.neighborhood === before.neighborhood
  await tx
    .update(venues)
    .set({
      name: venue.name === displayName(before.name) ? name : venue.name,
      address: venue.address === before.address ? address : venue.address,
      ...(moved && untouched ? { neighborhood, districtId: place.districtId } : {}),
      longitude: place.longitude,
      latitude: place.latitude,
    })
    .where(eq(venues.id, venue.id))
  await tx
    .update(licenseListings)
    .set(listingFields(listing, laying))
    .where(eq(licenseListings.license, license))
}

function venueFields(listing: LicenseListing, districtOf: DistrictOf) {
  const { displayName: name, address, neighborhood, longitude, latitude } = listing
  return { name, address, neighborhood, longitude, latitude, districtId: districtOf(neighborhood) }
}

function listingFields(listing: LicenseListing, { importId, today }: Laying) {
  const { name, address, neighborhood, firstYear } = listing
  const license = licenseKey(listing.license)
  const digest = listingDigest(listing)
  return { license, name, address, neighborhood, firstYear, digest, importId, listedOn: today }
}

async function districtByNeighborhood(tx: Tx): Promise<DistrictOf> {
  const rows = await tx.select().from(neighborhoods)
  const known = new Map(rows.map(({ name, districtId }) => [name, districtId]))
  return (neighborhood) => (neighborhood ? (known.get(neighborhood) ?? null) : null)
}
