import { asc, eq } from 'drizzle-orm'
import { venues, zoneWishes } from '~db/schema'
import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { canAskForReminders } from '../permissions/zone'
import { todayIn } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { zonesOfVenue } from './venue-zones.server'

/** Whether this person is reminded before service nights, at this venue and at their others. */
export async function wishesPage({ db, actor, now }: Reading, venueId: VenueId) {
  const venue = await venueFor(db, actor, venueId)
  const wishes = await db
    .select({ venueId: venues.id, name: venues.name })
    .from(zoneWishes)
    .innerJoin(venues, eq(venues.id, zoneWishes.venueId))
    .where(eq(zoneWishes.personId, actor.person.id))
    .orderBy(asc(venues.name))
  const permission = canAskForReminders(actor, venueId)
  return {
    venue: venue.name,
    email: actor.person.email,
    hindrance: permission.allowed ? '' : permission.reason,
    reminded: wishes.some((wish) => wish.venueId === venueId),
    elsewhere: wishes.filter((wish) => wish.venueId !== venueId).map(({ name }) => name),
    near: (await zonesOfVenue(db, venue, await todayIn(db, now))).length > 0,
  }
}
