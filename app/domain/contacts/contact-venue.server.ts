import { eq } from 'drizzle-orm'
import { standingNames } from '~/words/en/standings'
import { venues } from '~db/schema'
import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { standingAt } from '../venues/venue-standing.server'
import { type ContactsFilter, contactsPage } from './contacts-page.server'

/** A venue as whoever drops in needs it: where it is, how it stands with the program, and its log. */
export async function contactVenuePage(reading: Reading, venueId: VenueId, filter: ContactsFilter) {
  const { db, now } = reading
  const { venue, log } = await contactsPage(reading, 'program', venueId, filter)
  const [row] = await db
    .select({ standing: (await standingAt(db, now)).as('standing') })
    .from(venues)
    .where(eq(venues.id, venueId))
  return {
    name: venue.name,
    address: [venue.address, venue.neighborhood].filter(Boolean).join(', '),
    district: venue.districtName ?? 'None yet',
    phone: venue.phone,
    standing: standingNames[row?.standing ?? 'not_invited'],
    log,
  }
}
