import { and, asc, desc, eq, gt, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { districts, joinRequests, licenseListings, memberships, people, venues } from '~db/schema'
import type { JoinState } from '~db/vocabulary'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { JoinRequestId } from '../ids'
import { permit } from '../permissions/permission'
import { canDecideJoinRequests, canDecideRequestOf } from '../permissions/venue'

const pageSize = 25

/** Requests to join: those that wait with the oldest first, those that were answered with the newest first. */
export async function requestsPage(
  { db, actor }: Reading,
  { state, after }: { state: JoinState; after: JoinRequestId | null },
) {
  permit(canDecideJoinRequests(actor))
  const oldestFirst = state === 'waiting'
  const [last] = after ? await db.select().from(joinRequests).where(eq(joinRequests.id, after)) : []
  const beyond = oldestFirst ? gt : lt
  const rest =
    last &&
    or(
      beyond(joinRequests.createdAt, last.createdAt),
      and(eq(joinRequests.createdAt, last.createdAt), beyond(joinRequests.id, last.id)),
    )
  const order = oldestFirst ? asc : desc
  const found = await db
    .select({
      id: joinRequests.id,
      venue: venues.name,
      address: venues.address,
      person: people.name,
      createdAt: joinRequests.createdAt,
      decidedAt: joinRequests.decidedAt,
    })
    .from(joinRequests)
    .innerJoin(venues, eq(venues.id, joinRequests.venueId))
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .where(and(eq(joinRequests.state, state), rest))
    .orderBy(order(joinRequests.createdAt), order(joinRequests.id))
    .limit(pageSize + 1)
  const requests = found.slice(0, pageSize)
  return {
    requests,
    total: await db.$count(joinRequests, eq(joinRequests.state, state)),
    next: found.length > pageSize ? (requests.at(-1)?.id ?? null) : null,
  }
}

/** One request with all that helps to decide it. */
export async function joinRequestFor({ db, actor }: Reading, id: JoinRequestId) {
  permit(canDecideJoinRequests(actor))
  const [row] = await db
    .select({
      request: joinRequests,
      venue: venues,
      district: districts.name,
      person: people,
      license: licenseListings.license,
    })
    .from(joinRequests)
    .innerJoin(venues, eq(venues.id, joinRequests.venueId))
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .leftJoin(licenseListings, eq(licenseListings.venueId, venues.id))
    .where(eq(joinRequests.id, id))
  if (!row) throw new NotFound()
  const { venue, person } = row
  const team = await db
    .select({ name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.venueId, venue.id),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(people.name)
  const others = await db
    .select({ id: joinRequests.id, name: people.name })
    .from(joinRequests)
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .where(
      and(
        eq(joinRequests.venueId, venue.id),
        eq(joinRequests.state, 'waiting'),
        ne(joinRequests.id, id),
      ),
    )
    .orderBy(joinRequests.createdAt)
  return { ...row, own: !canDecideRequestOf(actor, person.id).allowed, team, others }
}
