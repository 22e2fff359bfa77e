import { eq, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { isOneOf } from '~db/rows.server'
import { licenseListings, venues } from '~db/schema'
import type { ChangedVenue, LicenseImportReport, VanishedVenue } from '~db/schema/venues'
import { districtsOf } from '../districts/queries.server'
import { changedVenue } from './changed-venue'
import { type ListChanges, type ListingChange, listingChanges } from './license-changes.server'
import { mergeProposals } from './merge-proposals.server'
import type { LicenseList } from './read-license-list'

const mostProblems = 300
/** More than a page of names is no report: the rest is counted. */
export const mostNamed = 100

/** What a list would bring where there is nothing yet. */
export function firstReport(list: LicenseList): LicenseImportReport {
  const nothing = { known: 0, vanished: 0, returned: 0 }
  return { ...countsOf(list, list.listings.length), changed: 0, unchanged: 0, ...nothing }
}

/** What of a list is really new, counted while it is written or only looked at. */
export type Tally = { changed: number; unchanged: number; changedVenues: ChangedVenue[] }

/** Looks at every change that a list would bring, and writes nothing. */
export async function previewReport(
  db: Reader,
  list: LicenseList,
  changes: ListChanges,
): Promise<LicenseImportReport> {
  const tally = emptyTally(changes)
  const count = await tallying(db)
  for await (const part of listingChanges(db, changes)) count(tally, part)
  tally.unchanged += changes.differing.length - tally.changed
  return licenseReport(db, list, changes, tally)
}

export function emptyTally({ same }: ListChanges): Tally {
  return { changed: 0, unchanged: same, changedVenues: [] }
}

/** Counts a part of the changes, and keeps the first by name of venue and field. */
export async function tallying(db: Reader) {
  const names = new Map<string | number | null, string>()
  for (const { id, name } of await districtsOf(db)) names.set(id, name)
  return (tally: Tally, part: readonly ListingChange[]) => {
    tally.changed += part.length
    const room = mostNamed - tally.changedVenues.length
    tally.changedVenues.push(...part.slice(0, room).map((change) => changedVenue(change, names)))
  }
}

/** The report of an import, or of what one would do. Problems beyond the first hundreds are one line. */
export async function licenseReport(
  db: Reader,
  list: LicenseList,
  changes: ListChanges,
  tally: Tally,
): Promise<LicenseImportReport> {
  return {
    ...countsOf(list, changes.added.length),
    ...tally,
    known: changes.known,
    vanished: changes.vanished.length,
    returned: changes.returned.length,
    vanishedVenues: await vanishedVenues(db, changes.vanished),
    proposals: await mergeProposals(db, changes),
  }
}

function countsOf(list: LicenseList, added: number) {
  return {
    rows: list.rows,
    venues: list.listings.length,
    added,
    repeatedRows: list.repeatedRows.length,
    repeatedHeaders: list.repeatedHeaders.length,
    problems: list.problems.slice(0, mostProblems),
    ...(list.leftOut && { leftOut: list.leftOut }),
  }
}

/** What stands on licenses that a list lacks; those with people or a certificate come first. */
async function vanishedVenues(db: Reader, vanished: readonly string[]): Promise<VanishedVenue[]> {
  if (vanished.length === 0) return []
  const people = sql<number>`exists (select 1 from memberships where memberships.venue_id = venues.id
    and ended_at is null)`
  const certificate = sql<number>`exists (select 1 from certificates where certificates.venue_id = venues.id
    and ended_on is null and replaced_on is null)`
  const rows = await db
    .select({
      license: licenseListings.license,
      venueId: venues.id,
      name: venues.name,
      address: venues.address,
      people,
      certificate,
    })
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .where(isOneOf(licenseListings.license, vanished))
    .orderBy(sql`${certificate} desc`, sql`${people} desc`, venues.name, licenseListings.license)
    .limit(mostNamed)
  return rows.map((row) => ({
    ...row,
    people: row.people === 1,
    certificate: row.certificate === 1,
  }))
}
