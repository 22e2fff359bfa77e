import { and, asc, eq, isNotNull, isNull, max } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { memberships, people, sessions } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { MembershipId, PersonId, VenueId } from '../ids'
import { canSeePlaces } from '../permissions/place'

/** Everybody who has a place at the venue, with when they were last here; for its own people alone. */
export async function venuePeople(db: Reader, actor: Actor, venueId: VenueId) {
  if (!canSeePlaces(actor, venueId).allowed) throw new NotFound()
  return placesAt(db, venueId)
}

/** One place at the venue, for its own people; an ended one is absent. */
export async function venuePlace(db: Reader, actor: Actor, venueId: VenueId, id: MembershipId) {
  const found = (await venuePeople(db, actor, venueId)).find((each) => each.id === id)
  if (!found) throw new NotFound()
  return found
}

export type VenuePlace = Awaited<ReturnType<typeof placesAt>>[number]

function placesAt(db: Reader, venueId: VenueId) {
  return db
    .select({
      id: memberships.id,
      personId: people.id,
      name: people.name,
      role: memberships.role,
      venueId: memberships.venueId,
      since: memberships.createdAt,
      confirmedAt: memberships.confirmedAt,
      lastSeenAt: max(sessions.lastSeenAt),
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(sessions, eq(sessions.personId, people.id))
    .where(
      and(eq(memberships.venueId, venueId), isNull(memberships.endedAt), isNull(people.removedAt)),
    )
    .groupBy(memberships.id)
    .orderBy(asc(people.name), asc(memberships.id))
}

/** The owners whom the program knows to belong to the venue. */
export async function ownersOf(db: Reader, venueId: VenueId): Promise<PersonId[]> {
  const rows = await db
    .select({ personId: memberships.personId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.venueId, venueId),
        eq(memberships.role, 'owner'),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
      ),
    )
  return rows.map(({ personId }) => personId)
}

/** The venues of which somebody is the only known owner: they are handed over before an account ends. */
export async function solelyOwned(db: Reader, personId: PersonId): Promise<VenueId[]> {
  const owned = await db
    .select({ venueId: memberships.venueId })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, 'owner'),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
      ),
    )
  const found: VenueId[] = []
  for (const { venueId } of owned) {
    if (venueId && (await ownersOf(db, venueId)).every((owner) => owner === personId)) {
      found.push(venueId)
    }
  }
  return found
}
