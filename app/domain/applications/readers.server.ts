import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applicationAccess, people } from '~db/schema'
import type { RoundReader } from '~db/schema/applications'
import type { AccessKind } from '~db/vocabulary'
import { coordinatorsOf, liaisonsOf } from '../accounts/queries.server'
import type { ApplicationId, DistrictId, PersonId } from '../ids'
import { recusedFrom } from './hands.server'
import type { Workspace } from './workspace.server'

/** Somebody who reads what a venue shares, as the venue knows them. */
export type SharedWith = { id: PersonId; name: string; role: string }

type Shared = {
  district: { id: DistrictId | null; name: string | null }
  applicationId: ApplicationId | null
}

/** What the readers of a venue's shares are found by. */
export function sharedOf({ venue, application }: Pick<Workspace, 'venue' | 'application'>): Shared {
  return {
    district: { id: venue.districtId, name: venue.districtName },
    applicationId: application?.id ?? null,
  }
}

/**
 * Who will read a share, by name and role: those who answer the venue, and whoever was asked to read
 * this application until they are done.
 */
export async function readersOf(db: Reader, shared: Shared): Promise<SharedWith[]> {
  const program = await answerersOf(db, shared)
  const guests = shared.applicationId ? await guestsOf(db, shared.applicationId) : []
  return [...program, ...without(guests, program)]
}

/**
 * Who answers a venue, and sees the names that it shows: the liaisons of its district, and the
 * coordinators, but for whoever stepped back from the application.
 */
export async function answerersOf(
  db: Reader,
  { district, applicationId }: Shared,
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
  const away = await awayFrom(db, applicationId)
  return [...liaisons, ...coordinators].filter(({ id }) => !away.has(id))
}

/**
 * Who could read a round on the day of its share, and who joined or was asked since. Of a round
 * from before this was kept, today's readers are all there is to say.
 */
export async function readersOfRound(
  db: Reader,
  { readers, sharedOn }: { readers: RoundReader[] | null; sharedOn: string },
  shared: Shared & { applicationId: ApplicationId },
) {
  const guests = await guestsOf(db, shared.applicationId)
  const others = without(await answerersOf(db, shared), guests)
  const today = [...others, ...guests]
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
  const known = new Set(whoCould.map(asNamed))
  return {
    on: sharedOn,
    people: whoCould,
    since: [...without(others, whoCould), ...guests.filter((guest) => !known.has(asNamed(guest)))],
  }
}

function without(people: SharedWith[], others: SharedWith[]): SharedWith[] {
  return people.filter(({ id }) => others.every((each) => each.id !== id))
}

function asNamed({ id, role }: SharedWith): string {
  return `${id} ${role}`
}

/** Who is told of a share: the district's liaisons; where there are none, the coordinators. */
export async function toldOfShare(
  db: Reader,
  districtId: DistrictId | null,
  applicationId: ApplicationId,
) {
  const away = await awayFrom(db, applicationId)
  const stays = ({ id }: { id: PersonId }) => !away.has(id)
  const liaisons = (await liaisonsOf(db, districtId)).filter(stays)
  return liaisons.length > 0 ? liaisons : (await coordinatorsOf(db)).filter(stays)
}

async function awayFrom(db: Reader, applicationId: ApplicationId | null): Promise<Set<PersonId>> {
  const recused = applicationId ? await recusedFrom(db, applicationId) : []
  return new Set(recused.map(({ personId }) => personId))
}

const guestRoles: Record<AccessKind, string> = {
  recused: '',
  reader: 'Was asked to read along, until it is done',
  field: 'Was asked for a part of the letter, and sees what you shared on that alone',
  second_look: 'Takes a second look, until it is done',
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
    role: guestRoles[kind],
  }))
}
