import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { districts, memberships, people } from '~db/schema'
import { answersNow, programPersonFor } from '../accounts/program-person.server'
import { type ProgramPlace, placesAs, programRoles } from '../accounts/program-places'
import type { Reading } from '../context'
import type { PersonId } from '../ids'
import { todayIn } from '../standards/program.server'
import type { Successor } from './tell-of-leave.server'

/** The districts of a liaison, with what they answer there now and who could take it over. */
export async function leavePage({ db, actor, now }: Reading, personId: PersonId) {
  const person = await programPersonFor(db, actor, personId)
  const answers = await answersNow(db, personId)
  const colleagues = await colleaguesOf(db, personId)
  const held = placesAs('liaison', person.places)
  return {
    name: addressed(person),
    today: await todayIn(db, now),
    colleagues: colleagues.map((each) => ({ id: each.id, name: addressed(each) })),
    districts: held.flatMap(({ districtId, district }) =>
      districtId
        ? {
            id: districtId,
            name: district ?? '',
            answers: answers.get(districtId) ?? 0,
            has: colleagues.flatMap(({ id, places }) =>
              placesAs('liaison', places).some((place) => place.districtId === districtId)
                ? id
                : [],
            ),
          }
        : [],
    ),
  }
}

/** Every other liaison of the program, by name, with all that they are to it. */
export async function colleaguesOf(db: Reader, personId: PersonId): Promise<Successor[]> {
  const rows = await db
    .select({ person: people, place: memberships, district: districts.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(districts, eq(districts.id, memberships.districtId))
    .where(
      and(
        inArray(memberships.role, programRoles),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
  const found = new Map<PersonId, Successor>()
  for (const { person, place, district } of rows) {
    if (person.id === personId) continue
    const { id, name, title, email, locale } = person
    const known = found.get(id) ?? { id, name, title, email, locale, places: [] }
    found.set(id, known)
    const role = place.role as ProgramPlace['role']
    const { districtId, field } = place
    known.places.push({ id: place.id, role, districtId, district, field })
  }
  return [...found.values()].filter(({ places }) => placesAs('liaison', places).length > 0)
}
