import { eq, gt, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { letOthersIn, rowsAtOnce } from '~db/rows.server'
import { licenseListings, neighborhoods, venues } from '~db/schema'
import type { ListingBefore } from '~db/schema/venues'
import type { Day } from '../dates'
import { digestOf } from '../events.server'
import {
  type Comparison,
  compareListing,
  type DistrictOf,
  filledFrom,
  type ListedVenue,
} from './compare-listing'
import { listedVenueColumns, listingColumns } from './listed-columns.server'
import type { LicenseList, LicenseListing } from './read-license-list'

/** A list beside what the program already has of it, license by license. */
export type ListChanges = {
  added: LicenseListing[]
  /** Rows that are not as they were; some of them may say nothing new. */
  differing: LicenseListing[]
  /** Rows that are exactly as they were. */
  same: number
  /** Licenses that the lists so far had and none has lacked since. */
  known: number
  /** Licenses that this list lacks, and those that it has again. */
  vanished: string[]
  returned: { license: string; vanishedOn: Day }[]
}

/** Compares a list with the one on file. Of a list that could not be read to its end, nothing is missing. */
export async function listChanges(db: Reader, list: LicenseList): Promise<ListChanges> {
  const onFile = await licensesOnFile(db)
  const found: ListChanges = {
    added: [],
    differing: [],
    same: 0,
    known: 0,
    vanished: [],
    returned: [],
  }
  for (const [i, listing] of list.listings.entries()) {
    if (i % rowsAtOnce === 0) await letOthersIn()
    const before = onFile.get(licenseKey(listing.license))
    if (!before) found.added.push(listing)
    else if (before.digest === listingDigest(listing)) found.same += 1
    else found.differing.push(listing)
  }
  for (const [license, { vanishedOn }] of onFile) {
    const isNamed = list.named.has(license)
    if (vanishedOn === null) found.known += 1
    if (vanishedOn !== null && isNamed) found.returned.push({ license, vanishedOn })
    else if (vanishedOn === null && !isNamed && list.whole) found.vanished.push(license)
  }
  return found
}

type OnFile = Map<string, { digest: string; vanishedOn: Day | null }>

async function licensesOnFile(db: Reader): Promise<OnFile> {
  const found: OnFile = new Map()
  for (let last = ''; ; ) {
    const page = await db
      .select({
        license: licenseListings.license,
        digest: licenseListings.digest,
        vanishedOn: licenseListings.vanishedOn,
      })
      .from(licenseListings)
      .where(gt(licenseListings.license, last))
      .orderBy(licenseListings.license)
      .limit(rowsAtOnce * 2)
    for (const { license, ...rest } of page) found.set(license, rest)
    last = page.at(-1)?.license ?? last
    if (page.length < rowsAtOnce * 2) return found
    await letOthersIn()
  }
}

/** A row that says something new of a venue. */
export type ListingChange = Comparison & {
  license: string
  listing: LicenseListing
  digest: string
  before: ListingBefore
  venue: ListedVenue
}

/** What the differing rows really change, some hundreds at a time. */
export async function* listingChanges(
  db: Reader,
  { differing }: Pick<ListChanges, 'differing'>,
): AsyncGenerator<ListingChange[]> {
  const districtOf = await districtByNeighborhood(db)
  for (let start = 0; start < differing.length; start += chunk) {
    const part = differing.slice(start, start + chunk)
    const onFile = await listingsFor(db, part)
    yield part.flatMap((row) => {
      const license = licenseKey(row.license)
      const known = onFile.get(license)
      if (!known) return []
      const { before, venue } = known
      const listing = filledFrom(row, before)
      const digest = listingDigest(listing)
      if (digest === before.digest) return []
      const comparison = compareListing(before, listing, venue, districtOf)
      return [{ ...comparison, license, listing, digest, before, venue }]
    })
    await letOthersIn()
  }
}

const chunk = 500

async function listingsFor(db: Reader, listings: readonly LicenseListing[]) {
  const licenses = listings.map(({ license }) => licenseKey(license))
  const rows = await db
    .select({ license: licenseListings.license, before: listingColumns, venue: listedVenueColumns })
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .where(inArray(licenseListings.license, licenses))
  return new Map(rows.map(({ license, ...row }) => [license, row]))
}

/** The district that each neighborhood belongs to now. */
export async function districtByNeighborhood(db: Reader): Promise<DistrictOf> {
  const rows = await db.select().from(neighborhoods)
  const known = new Map(rows.map(({ name, districtId }) => [name, districtId]))
  return (neighborhood) => (neighborhood ? (known.get(neighborhood) ?? null) : null)
}

/** Licenses are told apart whatever their case. */
export function licenseKey(license: string): string {
  return license.toUpperCase()
}

/** What a later list is compared with, so that an equal row changes nothing. */
export function listingDigest(listing: LicenseListing): string {
  const { license, name, address, longitude, latitude, neighborhood, firstYear } = listing
  return digestOf(
    JSON.stringify([license, name, address, longitude, latitude, neighborhood, firstYear]),
  )
}
