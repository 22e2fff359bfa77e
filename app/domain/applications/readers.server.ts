import { and, eq, isNull } from 'drizzle-orm'
import { choiceOf } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { memberships, people } from '~db/schema'
import type { DistrictId } from '../ids'
import { liaisonsOf } from '../venues/queries.server'

/** Somebody who reads what a venue shares, as the venue knows them. */
export type SharedWith = { name: string; role: string }

/** Who will read a share, by name and role: the liaisons of the venue's district, and the coordinators. */
export async function readersOf(
  db: Reader,
  district: { id: DistrictId | null; name: string | null },
): Promise<SharedWith[]> {
  const liaisons = (await liaisonsOf(db, district.id)).map((person) => ({
    name: addressed(person),
    role: `Liaison for ${district.name ?? 'your district'}, who reads it and writes to you`,
  }))
  const coordinators = (await coordinatorsOf(db)).map((person) => ({
    name: addressed(person),
    role: 'Coordinator of the program, who makes sure that every venue is answered',
  }))
  return [...liaisons, ...coordinators]
}

/** Who is told of a share: the district's liaisons; where there are none, the coordinators. */
export async function toldOfShare(db: Reader, districtId: DistrictId | null) {
  const liaisons = await liaisonsOf(db, districtId)
  return liaisons.length > 0 ? liaisons : coordinatorsOf(db)
}

async function coordinatorsOf(db: Reader) {
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
        eq(memberships.role, 'coordinator'),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
      ),
    )
    .orderBy(people.name)
}

/** "Sgt. Dana Reyes": how staff are named to a venue. */
export function addressed({ name, title }: { name: string; title: string | null }): string {
  return title ? `${title} ${name}` : name
}

/** "Sgt. Dana Reyes or Officer Sam Lee", for the sentence about whom to call. */
export function namesOf(readers: readonly SharedWith[]): string {
  return choiceOf(readers.map(({ name }) => name))
}
