import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applicationAccess, people } from '~db/schema'
import type { RoundReader } from '~db/schema/applications'
import { coordinatorsOf, liaisonsOf } from '../accounts/queries.server'
import type { ApplicationId, DistrictId, PersonId } from '../ids'

/** Somebody who reads what a venue shares, as the venue knows them. */
export type SharedWith = { id: PersonId; name: string; role: string }

/** Who will read a share, by name and role: the liaisons of the venue's district, and the coordinators. */
export async function readersOf(
  db: Reader,
  district: { id: DistrictId | null; name: string | null },
): Promise<SharedWith[]> {
  const liaisons = (await liaisonsOf(db, district.id)).map((person) => ({
    id: person.id,
    name: addressed(person),
    role: `Liaison for ${district.name ?? 'your district'}, who reads it and writes to you`,
  }))
  const coordinators = (await coordinatorsOf(db)).map((person) => ({
    id: person.id,
    name: addressed(person),
    role: 'Coordinator of the program, who makes sure that every venue is answered',
  }))
  return [...liaisons, ...coordinators]
}

/**
 * Who could read a round on the day of its share, and who of today's readers joined since. Of a round
 * from before this was kept, today's readers are all there is to say.
 */
export async function readersOfRound(
  db: Reader,
  {
    applicationId,
    readers,
    sharedOn,
  }: { applicationId: ApplicationId; readers: RoundReader[] | null; sharedOn: string },
  district: { id: DistrictId | null; name: string | null },
) {
  const guests = await guestsOf(db, applicationId)
  const today = [...(await readersOf(db, district)), ...guests]
  if (!readers) return { on: '', people: today, since: [] }
  const ids = readers.map(({ personId }) => personId)
  const named = await db
    .select({ id: people.id, name: people.name, title: people.title })
    .from(people)
    .where(inArray(people.id, ids))
  const whoCould = readers.flatMap(({ personId, role }) => {
    const person = named.find(({ id }) => id === personId)
    return person ? { id: personId, name: addressed(person), role } : []
  })
  return { on: sharedOn, people: whoCould, since: today.filter(({ id }) => !ids.includes(id)) }
}

/** Who is told of a share: the district's liaisons; where there are none, the coordinators. */
export async function toldOfShare(db: Reader, districtId: DistrictId | null) {
  const liaisons = await liaisonsOf(db, districtId)
  return liaisons.length > 0 ? liaisons : coordinatorsOf(db)
}

/** Who was asked to read this one application, until they are done; the venue sees who. */
async function guestsOf(db: Reader, applicationId: ApplicationId): Promise<SharedWith[]> {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      title: people.title,
      kind: applicationAccess.kind,
    })
    .from(applicationAccess)
    .innerJoin(people, eq(people.id, applicationAccess.personId))
    .where(
      and(
        eq(applicationAccess.applicationId, applicationId),
        ne(applicationAccess.kind, 'recused'),
        isNull(applicationAccess.endedAt),
      ),
    )
    .orderBy(asc(people.name))
  return rows.map(({ id, kind, ...person }) => ({
    id,
    name: addressed(person),
    role:
      kind === 'second_look'
        ? 'Takes a second look, until it is done'
        : 'Was asked to read along, until it is done',
  }))
}
