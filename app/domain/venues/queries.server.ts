import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { districts, memberships, people, venues } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
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
