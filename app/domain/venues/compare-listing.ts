import type { ListingBefore, VenueField, VenueFieldsBefore } from '~db/schema/venues'
import type { DistrictId, VenueId } from '../ids'
import { displayName } from './display-name'
import type { LicenseListing } from './read-license-list'

/** What a list says of a venue, as the list before this one said it. */
export type Listed = Omit<ListingBefore, 'digest' | 'importId' | 'listedOn'>

/** The fields of a venue that a list fills. */
export type ListedVenue = {
  id: VenueId
  name: string
  address: string
  neighborhood: string | null
  districtId: DistrictId | null
  longitude: number | null
  latitude: number | null
}

export type DistrictOf = (neighborhood: string | null) => DistrictId | null

type Value = string | null
export type KeptField = { field: VenueField; ours: Value; listed: Value }
export type Comparison = { fields: VenueFieldsBefore; kept: KeptField[] }

/** An empty cell says nothing: what an earlier list said of it stays. */
export function filledFrom(listing: LicenseListing, before: Listed): LicenseListing {
  const { longitude, latitude } = listing.longitude === null ? before : listing
  return {
    ...listing,
    longitude,
    latitude,
    neighborhood: listing.neighborhood ?? before.neighborhood,
    firstYear: listing.firstYear ?? before.firstYear,
  }
}

/**
 * Compares a row of a newer list with the one before it and with the venue. A field that the venue
 * has as the list had it follows the list; one that somebody edited is kept, and named. A district
 * follows the neighborhood; a phone number is on no list.
 */
export function compareListing(
  before: Listed,
  listing: LicenseListing,
  venue: ListedVenue,
  districtOf: DistrictOf,
): Comparison {
  const found: Comparison = { fields: {}, kept: [] }
  compareText('name', displayName(before.name), listing.displayName)
  compareText('address', before.address, listing.address)
  compareText('neighborhood', before.neighborhood, listing.neighborhood)
  if (found.fields.neighborhood) compareDistrict()
  comparePlace()
  return found

  function compareText(field: 'name' | 'address' | 'neighborhood', was: Value, listed: Value) {
    const ours = venue[field]
    if (was === listed || ours === listed) return
    if (ours === was) found.fields[field] = [ours, listed]
    else found.kept.push({ field, ours, listed })
  }

  function compareDistrict() {
    const { districtId: ours } = venue
    const listed = districtOf(listing.neighborhood)
    if (ours === listed) return
    if (ours === districtOf(before.neighborhood)) found.fields.districtId = [ours, listed]
    else found.kept.push({ field: 'district', ours, listed })
  }

  function comparePlace() {
    const [was, listed, ours] = [before, listing, venue]
    if (samePlace(was, listed) || samePlace(ours, listed)) return
    if (!samePlace(ours, was)) {
      found.kept.push({ field: 'place', ours: placeWords(ours), listed: placeWords(listed) })
      return
    }
    found.fields.longitude = [ours.longitude, listed.longitude]
    found.fields.latitude = [ours.latitude, listed.latitude]
  }
}

type Place = { longitude: number | null; latitude: number | null }

function samePlace(one: Place, other: Place): boolean {
  return one.longitude === other.longitude && one.latitude === other.latitude
}

/** "38.90000, -77.01000", to about a meter. */
export function placeWords({ longitude, latitude }: Place): string | null {
  if (longitude === null || latitude === null) return null
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
