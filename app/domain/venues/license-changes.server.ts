import type { Reader } from '~db/open.server'
import { licenseListings } from '~db/schema'
import type { LicenseImportReport } from '~db/schema/venues'
import { digestOf } from '../events.server'
import type { LicenseList, LicenseListing } from './read-license-list'

/** A row of a list beside what the program already has of it. */
export type LicenseChanges = {
  added: LicenseListing[]
  changed: LicenseListing[]
  unchanged: number
}

/** Compares a list with the one on file, license by license. A license that is on it no more stays as it is. */
export async function licenseChanges(db: Reader, list: LicenseList): Promise<LicenseChanges> {
  const rows = await db
    .select({ license: licenseListings.license, digest: licenseListings.digest })
    .from(licenseListings)
  const known = new Map(rows.map(({ license, digest }) => [license, digest]))
  const changes: LicenseChanges = { added: [], changed: [], unchanged: 0 }
  for (const listing of list.listings) {
    const before = known.get(licenseKey(listing.license))
    if (before === undefined) changes.added.push(listing)
    else if (before === listingDigest(listing)) changes.unchanged += 1
    else changes.changed.push(listing)
  }
  return changes
}

/** The report of an import, or of what one would do. Problems beyond the first hundreds are one line. */
export function licenseReport(
  list: LicenseList,
  { added, changed, unchanged }: LicenseChanges,
): LicenseImportReport {
  return {
    rows: list.rows,
    venues: list.listings.length,
    added: added.length,
    changed: changed.length,
    unchanged,
    repeatedRows: list.repeatedRows.length,
    repeatedHeaders: list.repeatedHeaders.length,
    problems: list.problems.slice(0, mostProblems),
  }
}

const mostProblems = 300

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
