import { eq, sql } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { isOneOf, rowsAs } from '~db/rows.server'
import { licenseListings, venues } from '~db/schema'
import type { ListingBefore, VenueFieldsBefore } from '~db/schema/venues'
import type { Day } from '../dates'
import type { ListedVenue } from './compare-listing'

/** The column of a row of values that a statement reads. */
const brought = <Value>(column: string) => sql<Value>`"brought".${sql.identifier(column)}`

/** Gives many venues the fields that come from a list, in one statement. */
export async function setVenues(tx: Tx, rows: readonly ListedVenue[]): Promise<void> {
  if (rows.length === 0) return
  const columns = ['id', 'name', 'address', 'neighborhood', 'district', 'x', 'y']
  const values = rows.map((row) => [
    row.id,
    row.name,
    row.address,
    row.neighborhood,
    row.districtId,
    row.longitude,
    row.latitude,
  ])
  await tx
    .update(venues)
    .set({
      name: brought('name'),
      address: brought('address'),
      neighborhood: brought('neighborhood'),
      districtId: brought('district'),
      longitude: brought('x'),
      latitude: brought('y'),
    })
    .from(rowsAs('brought', columns, values))
    .where(eq(venues.id, brought('id')))
}

/** Gives many listings what a list says, or said, in one statement. */
export async function setListings(
  tx: Tx,
  rows: readonly (ListingBefore & { license: string })[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = ['license', 'name', 'address', 'hood', 'x', 'y', 'year', 'digest', 'import', 'on']
  const values = rows.map((row) => [
    row.license,
    row.name,
    row.address,
    row.neighborhood,
    row.longitude,
    row.latitude,
    row.firstYear,
    row.digest,
    row.importId,
    row.listedOn,
  ])
  await tx
    .update(licenseListings)
    .set({
      name: brought('name'),
      address: brought('address'),
      neighborhood: brought('hood'),
      longitude: brought('x'),
      latitude: brought('y'),
      firstYear: brought('year'),
      digest: brought('digest'),
      importId: brought('import'),
      listedOn: brought('on'),
    })
    .from(rowsAs('brought', columns, values))
    .where(eq(licenseListings.license, brought('license')))
}

/** Marks licenses as missing since a day, or takes the mark off. */
export async function setVanished(
  tx: Tx,
  licenses: readonly string[],
  vanishedOn: Day | null,
): Promise<void> {
  await tx
    .update(licenseListings)
    .set({ vanishedOn })
    .where(isOneOf(licenseListings.license, licenses))
}

/** The fields of a venue before a list changed them (0), or after (1). */
export function fieldsAt(fields: VenueFieldsBefore, side: 0 | 1): Partial<ListedVenue> {
  const pairs = Object.entries(fields).map(([field, pair]) => [field, pair[side]])
  return Object.fromEntries(pairs) as Partial<ListedVenue>
}
