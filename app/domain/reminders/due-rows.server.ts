import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { dues, memberships, people, reminderDays, reminders, venueChanges } from '~db/schema'
import type { Day } from '../dates'
import type { PersonId, VenueId } from '../ids'

/**
 * Venues where somebody is to hear of something today, at most so many: one range of an index. A
 * venue that waits to be counted again waits here too.
 */
export async function venuesToRemind(db: Reader, today: Day, most: number): Promise<VenueId[]> {
  // Asked for distinct venues, the database would walk the whole table by its key.
  const rows = await db
    .select({ venueId: dues.venueId })
    .from(dues)
    .where(and(lte(dues.remindOn, today), isCounted(db)))
    .orderBy(asc(dues.remindOn))
    .limit(most * 8)
  return [...new Set(rows.map(({ venueId }) => venueId))].slice(0, most)
}

export type DueRow = Awaited<ReturnType<typeof duesToTell>>[number]

/** What is to be told of at some venues today. */
export function duesToTell(db: Reader, venueIds: VenueId[], today: Day) {
  return db
    .select()
    .from(dues)
    .where(and(inArray(dues.venueId, venueIds), lte(dues.remindOn, today), isCounted(db)))
}

function isCounted(db: Reader) {
  return notExists(
    db.select({ one: sql`1` }).from(venueChanges).where(eq(venueChanges.venueId, dues.venueId)),
  )
}

const tells = and(
  inArray(memberships.role, ['owner', 'manager']),
  isNotNull(memberships.confirmedAt),
  isNull(memberships.endedAt),
)

/** The owners and managers of some venues, each with all their venues: one person hears of all in one mail. */
export async function toldPeople(db: Reader, venueIds: VenueId[]) {
  const theirs = db
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(inArray(memberships.venueId, venueIds), tells))
  const rows = await db
    .selectDistinct({
      id: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      venueId: memberships.venueId,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inArray(memberships.personId, theirs), tells, isNull(people.removedAt)))
  const found = new Map<PersonId, Told>()
  for (const { venueId, ...person } of rows) {
    const known = found.get(person.id) ?? { ...person, venueIds: [] }
    if (venueId) known.venueIds.push(venueId)
    found.set(person.id, known)
  }
  return [...found.values()]
}

type Told = Pick<typeof people.$inferSelect, 'id' | 'name' | 'email' | 'locale'> & {
  venueIds: VenueId[]
}

/** What these people were told already of things that are not over, and who was written to today. */
export async function toldBefore(db: Reader, personIds: PersonId[], today: Day) {
  const told = await db
    .select()
    .from(reminders)
    .where(and(inArray(reminders.personId, personIds), gte(reminders.dueOn, today)))
  const written = await db
    .select({ personId: reminderDays.personId })
    .from(reminderDays)
    .where(and(inArray(reminderDays.personId, personIds), eq(reminderDays.on, today)))
  return { told, writtenToday: new Set(written.map(({ personId }) => personId)) }
}
