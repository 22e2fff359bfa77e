import { inArray } from 'drizzle-orm'
import { paths } from '~/paths'
import { certificateWords } from '~/words/en/certificates'
import { formatDay } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import { accreditedVenues } from '../certificates/directory.server'
import type { District } from '../districts/queries.server'

/**
 * The venues of a district that everybody can find, by name and with where they stand on the map: the
 * first page of the public list, and how many of it are being refreshed where that is the whole list.
 */
export async function publicVenues(db: Reader, district: District, now: Date) {
  const { venues: listed, next } = await accreditedVenues(db, now, { districtId: district.id })
  const ids = listed.map(({ venueId }) => venueId)
  const places = await db
    .select({ id: venues.id, latitude: venues.latitude, longitude: venues.longitude })
    .from(venues)
    .where(inArray(venues.id, ids))
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const refreshing = listed.filter(({ standing }) => standing.status === 'being_refreshed')
  return {
    refreshing: next === null ? refreshing.length : null,
    more: next === null ? null : paths.directory({ district: district.slug }),
    venues: listed.map(({ venueId, slug, name, address, standing }, index) => ({
      number: index + 1,
      name,
      address,
      to: paths.publicVenue(slug),
      status:
        standing.status === 'being_refreshed'
          ? certificateWords.being_refreshed.label
          : `Until ${formatDay(standing.until)}`,
      latitude: placeOf.get(venueId)?.latitude ?? null,
      longitude: placeOf.get(venueId)?.longitude ?? null,
    })),
  }
}
