import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applicationAccess, districts, memberships, people } from '~db/schema'
import type { Application } from '../applications/queries.server'
import type { Actor } from '../context'
import type { PersonId } from '../ids'

export type Colleague = {
  id: PersonId
  name: string
  /** "Sgt. Ada Lee, Old Mill", as a list offers them. */
  label: string
  email: string
  locale: (typeof people.$inferSelect)['locale']
}

/**
 * Who can be asked to read a draft first: every other liaison and coordinator, of any district, who
 * does not belong to the venue, has not stepped back, and is not reading it already.
 */
export async function colleaguesToAsk(
  db: Reader,
  actor: Actor,
  application: Application,
): Promise<Colleague[]> {
  return staffBut(db, await notToAsk(db, actor, application))
}

/** Oneself, the venue's own people, and whoever reads, writes or stepped back already. */
export async function notToAsk(
  db: Reader,
  actor: Actor,
  { id, venueId }: Application,
): Promise<Set<PersonId>> {
  const out = [actor.person.id, ...(await teamOf(db, venueId)), ...(await involvedIn(db, id))]
  return new Set(out)
}

/** Every liaison and coordinator but these, by name. */
export async function staffBut(db: Reader, out: ReadonlySet<PersonId>): Promise<Colleague[]> {
  const rows = await db
    .select({ person: people, district: districts.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(districts, eq(districts.id, memberships.districtId))
    .where(
      and(
        inArray(memberships.role, ['liaison', 'coordinator']),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
      ),
    )
    .orderBy(asc(people.name), asc(districts.name))
  const found = new Map<PersonId, Colleague>()
  for (const { person, district } of rows) {
    const { id: personId, email, locale } = person
    if (out.has(personId)) continue
    const place = district ?? 'coordinator'
    const known = found.get(personId)
    const name = addressed(person)
    const label = known ? `${known.label}, ${place}` : `${name}, ${place}`
    found.set(personId, { id: personId, name, label, email, locale })
  }
  return [...found.values()]
}

/** The people of a venue. */
export async function teamOf(db: Reader, venueId: Application['venueId']): Promise<PersonId[]> {
  const rows = await db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.venueId, venueId), isNull(memberships.endedAt)))
  return rows.map(({ personId }) => personId)
}

async function involvedIn(db: Reader, applicationId: Application['id']): Promise<PersonId[]> {
  const rows = await db
    .select({ personId: applicationAccess.personId })
    .from(applicationAccess)
    .where(
      and(eq(applicationAccess.applicationId, applicationId), isNull(applicationAccess.endedAt)),
    )
  return rows.map(({ personId }) => personId)
}
