import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { districts, memberships, people, venues } from '~db/schema'
import { castByEmail } from '~db/seed/people'
import { type Role, venueRoles } from '~db/vocabulary'
import type { PersonId, VenueId } from '../ids'

/** One thing that a person of the demo is, and where. */
export type DemoPlace = {
  role: Role
  venueId: VenueId | null
  venue: string | null
  /** Of the place itself: a liaison's or a viewer's. */
  district: string | null
  /** Where the venue lies; null for a venue that nobody has placed yet. */
  venueDistrict: string | null
}

export type DemoPerson = {
  id: PersonId
  name: string
  title: string | null
  /** Who they are, in one line; null for somebody who came after the demo was seeded. */
  story: string | null
  places: DemoPlace[]
}

/** The people of the demo in the order of its cast. Only pages behind the demo's gate ask for them. */
export async function demoPeople(db: Reader): Promise<DemoPerson[]> {
  const rows = await db
    .select({
      person: { id: people.id, name: people.name, title: people.title, email: people.email },
      place: {
        role: memberships.role,
        venueId: memberships.venueId,
        venue: venues.name,
        venueDistrictId: venues.districtId,
        district: districts.name,
      },
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(venues, eq(venues.id, memberships.venueId))
    .leftJoin(districts, eq(districts.id, memberships.districtId))
    .where(and(isNull(memberships.endedAt), isNull(people.removedAt)))
    .orderBy(
      ...[asc(people.createdAt), asc(people.name)],
      ...[desc(memberships.role), asc(venues.name), asc(districts.name)],
    )
  const named = await db.select({ id: districts.id, name: districts.name }).from(districts)
  const nameOf = new Map(named.map(({ id, name }) => [id, name]))

  const found = new Map<PersonId, DemoPerson & { order: number }>()
  for (const { person, place } of rows) {
    const { email, ...known } = person
    const { story = null, order = Number.MAX_SAFE_INTEGER } = castByEmail.get(email) ?? {}
    const entry = found.get(person.id) ?? { ...known, story, places: [], order }
    const { venueDistrictId, ...rest } = place
    const venueDistrict = venueDistrictId ? (nameOf.get(venueDistrictId) ?? null) : null
    entry.places.push({ ...rest, venueDistrict })
    found.set(person.id, entry)
  }
  return [...found.values()].sort((a, b) => a.order - b.order).map(({ order, ...person }) => person)
}

export type DemoGroup = { title: string; people: DemoPerson[] }

const notPlaced = 'Not in a district yet'

/**
 * The people by where they are found: those of venues by the district of their first venue, in the
 * order of the cast, then those who run the program, its partners and who reads its figures.
 */
export function demoGroups(everybody: readonly DemoPerson[]): DemoGroup[] {
  const groups = new Map<string, DemoPerson[]>()
  for (const person of everybody) {
    const title = groupOf(person)
    groups.set(title, [...(groups.get(title) ?? []), person])
  }
  const last = [notPlaced, ...programGroups]
  const rank = ([title]: [string, unknown]) => last.indexOf(title)
  return [...groups].sort((a, b) => rank(a) - rank(b)).map(([title, people]) => ({ title, people }))
}

const programGroups = ['Who runs the program', 'Partners', 'Who reads the figures']

function groupOf({ places }: DemoPerson): string {
  const atVenue = places.find(({ role }) => (venueRoles as readonly Role[]).includes(role))
  if (atVenue) return atVenue.venueDistrict ?? notPlaced
  const roles = places.map(({ role }) => role)
  if (roles.includes('liaison') || roles.includes('coordinator')) return 'Who runs the program'
  return roles.includes('partner') ? 'Partners' : 'Who reads the figures'
}
