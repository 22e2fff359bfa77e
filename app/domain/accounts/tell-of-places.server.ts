import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Reader, Tx } from '~db/open.server'
import { memberships, people, venues } from '~db/schema'
import type { Role } from '~db/vocabulary'
import type { EmailFacts } from '~emails/facts'
import type { PersonId, VenueId } from '../ids'
import { queueEmail } from '../outbox.server'

type Told = {
  change: EmailFacts['place-changed']['change']
  venueId: VenueId
  /** Whose place it is. */
  personId: PersonId
  role: Role
  /** Who did it; they are not told of it. */
  by: { id: PersonId; name: string }
}

/** Tells the owners and managers of a venue that somebody came, went or changed, and that person too. */
export async function tellOfPlace(tx: Tx, told: Told, now: Date): Promise<void> {
  const { change, venueId, personId, role, by } = told
  const [venue] = await tx.select({ name: venues.name }).from(venues).where(eq(venues.id, venueId))
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  if (!venue || !person) return
  const facts = {
    ...{ change, role, person: person.name, by: by.name, venue: venue.name },
    path: paths.venuePeople(venueId),
  }
  for (const to of await inChargeOf(tx, venueId)) {
    if (to.id === by.id || to.id === personId) continue
    await queueEmail(tx, to, 'place-changed', { ...facts, toSelf: false }, now)
  }
  if (personId !== by.id)
    await queueEmail(tx, person, 'place-changed', { ...facts, toSelf: true }, now)
}

/** The owners and managers whom the program knows to belong to the venue. */
export async function inChargeOf(db: Reader, venueId: VenueId) {
  return db
    .selectDistinct({ id: people.id, email: people.email, locale: people.locale })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.venueId, venueId),
        inArray(memberships.role, ['owner', 'manager']),
        isNotNull(memberships.confirmedAt),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
      ),
    )
}
