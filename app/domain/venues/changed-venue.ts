import type { ChangedVenue, VenueField, VenueFieldsBefore } from '~db/schema/venues'
import { placeWords } from './compare-listing'
import type { ListingChange } from './license-changes.server'

/** A changed row as a report names it: districts by their names, a point as one field. */
export function changedVenue(
  { license, venue, fields, kept }: ListingChange,
  names: ReadonlyMap<string | number | null, string>,
): ChangedVenue {
  return {
    license,
    venueId: venue.id,
    name: venue.name,
    fields: fieldsInWords(fields, names),
    kept: kept.map(({ field, ours, listed }) =>
      field === 'district'
        ? { field, ours: names.get(ours) ?? null, listed: names.get(listed) ?? null }
        : { field, ours, listed },
    ),
  }
}

function fieldsInWords(
  { name, address, neighborhood, districtId, longitude, latitude }: VenueFieldsBefore,
  names: ReadonlyMap<string | number | null, string>,
): ChangedVenue['fields'] {
  const words: ChangedVenue['fields'] = []
  const add = (field: VenueField, before: string | null, after: string | null) =>
    words.push({ field, before, after })
  const text = (value: string | number | null) => (value === null ? null : String(value))
  for (const [field, pair] of Object.entries({ name, address, neighborhood })) {
    if (pair) add(field as VenueField, text(pair[0]), text(pair[1]))
  }
  if (districtId) {
    add('district', names.get(districtId[0]) ?? null, names.get(districtId[1]) ?? null)
  }
  if (longitude && latitude) {
    const [before, after] = [0, 1].map((i) =>
      placeWords({ longitude: Number(longitude[i]), latitude: Number(latitude[i]) }),
    )
    add('place', longitude[0] === null ? null : (before ?? null), after ?? null)
  }
  return words
}
