import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { districts, memberships, people, venues } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { DistrictId, VenueId } from '../ids'
import type { Recipient } from '../outbox.server'
import { placeIn } from '../permissions/who'

export type Venue = typeof venues.$inferSelect & { districtName: string | null }

/** A venue, for its own people. For anybody else it is absent. */
export async function venueFor(db: Reader, actor: Actor, venueId: VenueId): Promise<Venue> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const [row] = await db
    .select({ venue: venues, districtName: districts.name })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(eq(venues.id, venueId))
  if (!row) throw new NotFound()
  return { ...row.venue, districtName: row.districtName }
}

/** The owners and managers who are told what concerns the venue. */
export async function venueRecipients(db: Reader, venueId: VenueId): Promise<Recipient[]> {
  return db
    .selectDistinct({ id: people.id, email: people.email, locale: people.locale })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.venueId, venueId),
        inArray(memberships.role, ['owner', 'manager']),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
      ),
    )
    .orderBy(people.email)
}

/** The liaisons of a district, as they are named to a venue and as they are written to. */
export async function liaisonsOf(db: Reader, districtId: DistrictId | null) {
  if (!districtId) return []
  return db
    .selectDistinct({
      id: people.id,
      name: people.name,
      title: people.title,
      email: people.email,
      locale: people.locale,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.districtId, districtId),
        eq(memberships.role, 'liaison'),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
      ),
    )
    .orderBy(people.name)
}

/** The venues that the person belongs to, by name, with their place in each. */
export async function placesOf(db: Reader, actor: Actor) {
  return db
    .select({ venueId: venues.id, name: venues.name, role: memberships.role })
    .from(memberships)
    .innerJoin(venues, eq(venues.id, memberships.venueId))
    .where(and(eq(memberships.personId, actor.person.id), isNull(memberships.endedAt)))
    .orderBy(venues.name, venues.id)
}
