import { and, eq, isNull, sql } from 'drizzle-orm'
import { prepared, type Reader } from '~db/open.server'
import { memberships, people } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { PersonId } from '../ids'

/**
 * The person with everything they are to the program. A place in a venue that is not confirmed yet
 * counts only until the venue has had confirmed people: from then on its drafts are theirs alone. Without
 * `now` nobody asks whether they review, and they do not.
 */
export async function actorOf(
  db: Reader,
  personId: PersonId,
  factors: readonly Factor[],
  provedAt: Date | null = null,
  now: Date | null = null,
): Promise<Actor | null> {
  const rows = await actorRows(db).execute({ personId })
  const [first] = rows
  if (!first) return null
  const held = rows.flatMap(({ membership, venueHasPeople }) =>
    membership && (membership.confirmedAt || !venueHasPeople) ? membership : [],
  )
  const { id, email, name, title, locale } = first.person
  return {
    person: { id, email, name, title, locale },
    memberships: held.map((membership) => ({
      id: membership.id,
      role: membership.role,
      venueId: membership.venueId,
      districtId: membership.districtId,
      field: membership.field,
      confirmed: membership.confirmedAt !== null,
    })),
    factors,
    provedAt,
    agreed: now !== null && agreementHolds(first.agreedAt, now),
    away: Boolean(first.away),
  }
}

/** Who acts as they stand in this transaction: what was taken from them a moment ago counts already. */
export async function actorNow(tx: Reader, { person, factors, provedAt, agreed }: Actor) {
  const actor = await actorOf(tx, person.id, factors, provedAt)
  if (!actor) throw new NotFound()
  return { ...actor, agreed }
}

/** The reviewer agreement is accepted anew each year. */
export const agreementYear = 365 * 24 * 3_600_000

function agreementHolds(acceptedAt: number | null, now: Date): boolean {
  return acceptedAt !== null && now.getTime() - acceptedAt < agreementYear
}

const actorRows = prepared((db) =>
  db
    .select({
      person: people,
      membership: memberships,
      agreedAt: sql<number | null>`(
        select max(accepted_at) from reviewer_agreements where person_id = ${people.id})`,
      away: sql<number>`exists (
        select 1 from memberships kept
        where kept.person_id = ${people.id} and kept.away_until is not null)`,
      venueHasPeople: sql<number>`exists (
        select 1 from memberships other
        where other.venue_id = ${memberships.venueId}
          and other.confirmed_at is not null)`,
    })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .where(and(eq(people.id, sql.placeholder('personId')), isNull(people.removedAt))),
)
