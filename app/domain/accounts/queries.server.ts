import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { keptUntilCommit } from '~db/kept-reads.server'
import { prepared, type Reader } from '~db/open.server'
import { districts, memberships, people, venues } from '~db/schema'
import type { PartnerField, Role } from '~db/vocabulary'
import type { Actor } from '../context'
import type { DistrictId, VenueId } from '../ids'

const byEmail = prepared((db) =>
  db
    .select()
    .from(people)
    .where(and(eq(people.email, sql.placeholder('email')), isNull(people.removedAt))),
)

/** The person of an address (in lower case), unless they were removed. */
export async function personByEmail(db: Reader, email: string) {
  const [row] = await byEmail(db).execute({ email })
  return row ?? null
}

/** One thing that a person is to the program, with the name of where. */
export type Place = {
  role: Role
  venueId: VenueId | null
  venue: string | null
  district: string | null
  districtSlug: string | null
  field: PartnerField | null
}

/** Every place that the signed-in person has, in the order of the names. */
export async function placesOf(db: Reader, actor: Actor): Promise<Place[]> {
  const ids = actor.memberships.map(({ id }) => id)
  if (ids.length === 0) return []
  return places(db)
    .where(inArray(memberships.id, ids))
    .orderBy(asc(venues.name), asc(districts.name))
}

function places(db: Reader) {
  return db
    .select({
      personId: people.id,
      name: people.name,
      title: people.title,
      role: memberships.role,
      venueId: memberships.venueId,
      venue: venues.name,
      district: districts.name,
      districtSlug: districts.slug,
      field: memberships.field,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(venues, eq(venues.id, memberships.venueId))
    .leftJoin(districts, eq(districts.id, memberships.districtId))
    .$dynamic()
}

/** The liaisons of a district, as they are named to a venue and as they are written to. */
export async function liaisonsOf(db: Reader, districtId: DistrictId | null) {
  return districtId ? [...(await keptLiaisons(db, districtId))] : []
}

const keptLiaisons = keptUntilCommit((db, districtId) =>
  staffWhere(
    db,
    and(eq(memberships.role, 'liaison'), eq(memberships.districtId, districtId as DistrictId)),
  ),
)

/** The coordinators of the program, named and written to in the same way. */
export function coordinatorsOf(db: Reader) {
  return staffWhere(db, eq(memberships.role, 'coordinator'))
}

async function staffWhere(db: Reader, held: SQL | undefined) {
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
    .where(and(held, isNull(memberships.endedAt), isNull(people.removedAt)))
    .orderBy(people.name)
}

/** Whether the database is new: nobody has ever been in it. */
export async function holdsNobody(db: Reader): Promise<boolean> {
  return (await db.$count(people)) === 0
}
