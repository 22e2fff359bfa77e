import { licenseListings, venues } from '~db/schema'

/** What a list said of a license, as it is kept. */
export const listingColumns = {
  name: licenseListings.name,
  address: licenseListings.address,
  neighborhood: licenseListings.neighborhood,
  longitude: licenseListings.longitude,
  latitude: licenseListings.latitude,
  firstYear: licenseListings.firstYear,
  digest: licenseListings.digest,
  importId: licenseListings.importId,
  listedOn: licenseListings.listedOn,
}

/** What of a venue comes from a list. */
export const listedVenueColumns = {
  id: venues.id,
  name: venues.name,
  address: venues.address,
  neighborhood: venues.neighborhood,
  districtId: venues.districtId,
  longitude: venues.longitude,
  latitude: venues.latitude,
}
