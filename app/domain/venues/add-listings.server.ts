import { gt } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { insertRows, letOthersIn, rowsAtOnce } from '~db/rows.server'
import { licenseListings, venues } from '~db/schema'
import { slugGiver } from '../districts/slug'
import { newId, type VenueId } from '../ids'
import type { DistrictOf } from './compare-listing'
import type { Laying } from './lay-down-listings.server'
import { districtByNeighborhood, licenseKey, listingDigest } from './license-changes.server'
import type { LicenseListing } from './read-license-list'

/** Writes the venues of new licenses, each with its listing beside it. */
export async function addListings(
  tx: Tx,
  added: readonly LicenseListing[],
  laying: Laying,
): Promise<void> {
  if (added.length === 0) return
  const districtOf = await districtByNeighborhood(tx)
  const slugFor = slugGiver(await slugsTaken(tx))
  for (let start = 0; start < added.length; start += rowsAtOnce) {
    const part = added
      .slice(start, start + rowsAtOnce)
      .map((listing) => ({ listing, id: newId('ven') }))
    const venuesOf = part.map(({ listing, id }) => ({
      id,
      slug: slugFor(listing.displayName, listing.neighborhood),
      ...venueFields(listing, districtOf),
      createdAt: laying.now,
    }))
    await insertRows(tx, venues, venuesOf)
    await letOthersIn()
    const listingsOf = part.map(({ listing, id }) => listingFields(listing, id, laying))
    await insertRows(tx, licenseListings, listingsOf)
    await letOthersIn()
  }
}

function venueFields(listing: LicenseListing, districtOf: DistrictOf) {
  const { displayName: name, address, neighborhood, longitude, latitude } = listing
  return {
    ...{ name, address, neighborhood, longitude, latitude },
    districtId: districtOf(neighborhood),
    source: 'license_list' as const,
    profile: { securityStaff: null },
  }
}

function listingFields(listing: LicenseListing, venueId: VenueId, { importId, today }: Laying) {
  const { name, address, neighborhood, longitude, latitude, firstYear } = listing
  return {
    license: licenseKey(listing.license),
    venueId,
    ...{ name, address, neighborhood, longitude, latitude, firstYear },
    digest: listingDigest(listing),
    importId,
    addedById: importId,
    listedOn: today,
  }
}

async function slugsTaken(tx: Tx): Promise<string[]> {
  const taken: string[] = []
  for (let more = true; more; ) {
    const page = await tx
      .select({ slug: venues.slug })
      .from(venues)
      .where(gt(venues.slug, taken.at(-1) ?? ''))
      .orderBy(venues.slug)
      .limit(rowsAtOnce * 5)
    for (const { slug } of page) taken.push(slug)
    more = page.length === rowsAtOnce * 5
    await letOthersIn()
  }
  return taken
}
