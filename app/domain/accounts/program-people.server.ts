import { and, asc, eq, inArray, isNotNull, isNull, max, or } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import {
  credentials,
  districts,
  memberships,
  passkeys,
  people,
  sessions,
  signInLocks,
} from '~db/schema'
import type { Reading } from '../context'
import type { Day } from '../dates'
import type { PersonId } from '../ids'
import { permit } from '../permissions/permission'
import { canLookAfterPeople } from '../permissions/staff'
import { plainWords } from '../table-words'
import {
  isProgramRole,
  type ProgramPlace,
  type ProgramRole,
  placesAs,
  programRoles,
} from './program-places'

export type ProgramPerson = {
  id: PersonId
  name: string
  title: string | null
  email: string
  places: ProgramPlace[]
  /** The last day of a leave that is not over yet; null for everybody else. */
  awayUntil: Day | null
}

/** How the sign-in of a person stands: never what it is made of. */
export type SignInState = { setUp: boolean; lockedAt: Date | null; lastHereAt: Date | null }

export type PeopleFilter = {
  words: string
  role: ProgramRole | 'away' | null
  /** The last person of the page before. */
  after: PersonId | null
}

const pageSize = 50

/** Everybody who is something to the program itself, by name, a page at a time, with how their sign-in stands. */
export async function programPeople({ db, actor }: Reading, { words, role, after }: PeopleFilter) {
  permit(canLookAfterPeople(actor))
  const all = await peopleOfProgram(db)
  const asked = plainWords(words).split(' ').filter(Boolean)
  const fitting = all.filter((person) => {
    const said = plainWords(`${person.title ?? ''} ${person.name} ${person.email}`)
    return isOf(person, role) && asked.every((word) => said.includes(word))
  })
  const from = fitting.findIndex(({ id }) => id === after) + 1
  const page = fitting.slice(from, from + pageSize)
  const signIns = await signInsOf(
    db,
    page.map(({ id }) => id),
  )
  return {
    people: page.map((person) => ({ ...person, signIn: signIns(person.id) })),
    all: all.length,
    fitting: fitting.length,
    next: fitting.length > from + pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}

function isOf({ places, awayUntil }: ProgramPerson, role: PeopleFilter['role']): boolean {
  if (!role) return true
  if (!isProgramRole(role)) return awayUntil !== null
  return placesAs(role, places).length > 0
}

async function peopleOfProgram(db: Reader): Promise<ProgramPerson[]> {
  const rows = await placeRows(db).orderBy(asc(people.name), asc(people.id), asc(districts.name))
  return personsOf(rows)
}

/** The people behind the rows of their places, each once, in the order of the rows. */
export function personsOf(rows: Awaited<ReturnType<typeof placeRows>>): ProgramPerson[] {
  const found = new Map<PersonId, ProgramPerson>()
  for (const { person, place, district } of rows) {
    const { id, name, title, email } = person
    const known = found.get(id) ?? { id, name, title, email, places: [], awayUntil: null }
    found.set(id, known)
    const { role, districtId, field, endedAt, awayUntil } = place
    if (!isProgramRole(role)) continue
    if (endedAt) known.awayUntil = awayUntil
    else known.places.push({ id: place.id, role, districtId, district, field })
  }
  for (const { places } of found.values()) places.sort((a, b) => rank(a) - rank(b))
  return [...found.values()]
}

function rank({ role }: ProgramPlace): number {
  return programRoles.indexOf(role)
}

/** The places in the program that people hold, and those that are kept for them during a leave. */
export function placeRows(db: Reader, personId?: PersonId) {
  return db
    .select({
      person: { id: people.id, name: people.name, title: people.title, email: people.email },
      place: memberships,
      district: districts.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(districts, eq(districts.id, memberships.districtId))
    .where(
      and(
        inArray(memberships.role, programRoles),
        or(isNull(memberships.endedAt), isNotNull(memberships.awayUntil)),
        isNull(people.removedAt),
        personId ? eq(people.id, personId) : undefined,
      ),
    )
    .$dynamic()
}

/** How the sign-in of each of these people stands. */
export async function signInsOf(
  db: Reader,
  ids: PersonId[],
): Promise<(id: PersonId) => SignInState> {
  const withPassword = await db
    .select({ id: credentials.personId })
    .from(credentials)
    .where(inArray(credentials.personId, ids))
  const withPasskey = await db
    .selectDistinct({ id: passkeys.personId })
    .from(passkeys)
    .where(inArray(passkeys.personId, ids))
  const locks = await db.select().from(signInLocks).where(inArray(signInLocks.personId, ids))
  const seen = await db
    .select({ id: sessions.personId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.personId, ids))
    .groupBy(sessions.personId)
  const setUp = new Set([...withPassword, ...withPasskey].map(({ id }) => id))
  return (id) => ({
    setUp: setUp.has(id),
    lockedAt: locks.find(({ personId }) => personId === id)?.lockedAt ?? null,
    lastHereAt: seen.find((row) => row.id === id)?.at ?? null,
  })
}
