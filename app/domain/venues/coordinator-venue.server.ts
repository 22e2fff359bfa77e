import { and, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import {
  applications,
  districts,
  invitations,
  joinRequests,
  licenseListings,
  memberships,
  people,
  rounds,
  venues,
} from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import { invitationStanding } from './letters.server'
import { standingAt } from './venue-standing.server'

/** What a coordinator sees of a venue: its listing, its people, its letters and requests; nothing of a draft. */
export async function coordinatorVenue({ db, actor, now }: Reading, id: VenueId) {
  permit(canInviteVenues(actor))
  const [row] = await db
    .select({
      venue: venues,
      district: districts.name,
      standing: (await standingAt(db, now)).as('standing'),
    })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(eq(venues.id, id))
  if (!row) throw new NotFound()
  const listings = await db
    .select()
    .from(licenseListings)
    .where(eq(licenseListings.venueId, id))
    .orderBy(licenseListings.license)
  const team = await db
    .select({
      id: memberships.id,
      name: people.name,
      role: memberships.role,
      confirmedAt: memberships.confirmedAt,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.venueId, id), isNull(memberships.endedAt)))
    .orderBy(people.name, memberships.id)
  const letters = await db
    .select({ letter: invitations, by: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .where(eq(invitations.venueId, id))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
  const requests = await db
    .select({
      id: joinRequests.id,
      name: people.name,
      state: joinRequests.state,
      createdAt: joinRequests.createdAt,
    })
    .from(joinRequests)
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .where(eq(joinRequests.venueId, id))
    .orderBy(desc(joinRequests.createdAt), desc(joinRequests.id))
  const shared = await db
    .select({ id: applications.id, state: applications.state })
    .from(applications)
    .where(
      and(
        eq(applications.venueId, id),
        notInArray(applications.state, ['exploring', 'drafting']),
        inArray(applications.id, db.select({ id: rounds.applicationId }).from(rounds)),
      ),
    )
    .orderBy(desc(applications.startedAt))
  return {
    ...row,
    listings,
    mergedInto: await nameOf(db, row.venue.mergedIntoId),
    team,
    joined: team.some(({ confirmedAt }) => confirmedAt !== null),
    invitations: letters.map(({ letter, by }) => ({
      id: letter.id,
      by,
      email: letter.email,
      createdAt: letter.createdAt,
      expiresAt: letter.expiresAt,
      standing: invitationStanding(letter, now),
    })),
    requests,
    shared,
  }
}

async function nameOf(db: Reader, id: VenueId | null) {
  if (!id) return null
  const [row] = await db
    .select({ id: venues.id, name: venues.name })
    .from(venues)
    .where(eq(venues.id, id))
  return row ?? null
}
