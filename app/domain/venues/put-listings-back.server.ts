import { and, eq, gt } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { letOthersIn, rowsAtOnce } from '~db/rows.server'
import { licenseChanges, licenseListings, venues } from '~db/schema'
import type { VenueFieldsBefore } from '~db/schema/venues'
import type { ImportId } from '../ids'
import type { ListedVenue } from './compare-listing'
import { listedVenueColumns } from './listed-columns.server'
import { fieldsAt, setListings, setVenues } from './write-listings.server'

/** Puts changed rows back as the list before had them. A field of a venue that somebody edited since stays. */
export async function putListingsBack(tx: Tx, id: ImportId): Promise<number> {
  let restored = 0
  for (let last = ''; ; ) {
    const part = await tx
      .select({
        license: licenseChanges.license,
        listing: licenseChanges.listing,
        fields: licenseChanges.fields,
        venue: listedVenueColumns,
      })
      .from(licenseChanges)
      .innerJoin(licenseListings, eq(licenseListings.license, licenseChanges.license))
      .innerJoin(venues, eq(venues.id, licenseChanges.venueId))
      .where(
        and(
          eq(licenseChanges.importId, id),
          eq(licenseChanges.kind, 'changed'),
          gt(licenseChanges.license, last),
        ),
      )
      .orderBy(licenseChanges.license)
      .limit(rowsAtOnce / 2)
    if (part.length === 0) return restored
    const before = part.flatMap(({ license, listing }) =>
      listing ? [{ ...listing, license }] : [],
    )
    await setListings(tx, before)
    const back = part.map(({ fields, venue }) => asBefore(fields ?? {}, venue))
    await setVenues(
      tx,
      back.filter((venue) => venue !== null),
    )
    restored += part.length
    last = part.at(-1)?.license ?? last
    await letOthersIn()
  }
}

/** The venue with the fields as they were; null where nothing is left to put back. A point is one field. */
function asBefore(fields: VenueFieldsBefore, venue: ListedVenue): ListedVenue | null {
  const after = fieldsAt(fields, 1)
  const untouched = ([name]: [string, unknown]) => isAs(name as keyof VenueFieldsBefore)
  const pointMoved = !isAs('longitude') || !isAs('latitude')
  const kept = Object.entries(fields).filter(
    (entry) => untouched(entry) && !(pointMoved && /itude$/.test(entry[0])),
  )
  if (kept.length === 0) return null
  return { ...venue, ...fieldsAt(Object.fromEntries(kept) as VenueFieldsBefore, 0) }

  function isAs(field: keyof VenueFieldsBefore): boolean {
    return !(field in after) || after[field] === venue[field]
  }
}
