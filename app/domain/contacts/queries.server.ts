import { and, count, desc, eq, inArray, isNull, max, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { contacts, districts, people, venues } from '~db/schema'
import type { ContactSide } from '~db/vocabulary'
import type { Actor } from '../context'
import type { Day } from '../dates'
import { NotFound } from '../errors'
import type { ContactId, VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { canKeepContacts, canLogContact } from '../permissions/contact'
import { permit } from '../permissions/permission'
import { type Venue, venueFor } from '../venues/queries.server'

export type ContactRow = typeof contacts.$inferSelect

/** The venue whose contacts one of the two sides opens. A venue of another district is absent. */
export async function venueOfContacts(
  db: Reader,
  actor: Actor,
  side: ContactSide,
  venueId: VenueId,
): Promise<Venue> {
  if (side === 'venue') {
    const venue = await venueFor(db, actor, venueId)
    permit(canKeepContacts(actor, venueId))
    return venue
  }
  const [row] = await db
    .select({ venue: venues, districtName: districts.name })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(and(eq(venues.id, venueId), notMerged))
  if (!row || !canLogContact(actor, row.venue.districtId).allowed) throw new NotFound()
  return { ...row.venue, districtName: row.districtName }
}

/** One contact of a venue, for one of the two sides; those taken back included. */
export async function contactFor(
  db: Reader,
  actor: Actor,
  side: ContactSide,
  venueId: VenueId,
  id: ContactId,
): Promise<ContactRow> {
  await venueOfContacts(db, actor, side, venueId)
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), ofVenue(venueId)))
  if (!row) throw new NotFound()
  return row
}

export const pageSize = 25

/** A page of a venue's contacts, the newest first, with one more than it shows. */
export function contactsAfter(db: Reader, venueId: VenueId, after: string) {
  const [day = '', writtenAt = '', id = ''] = after.split('~')
  return db
    .select({ contact: contacts, name: people.name, title: people.title })
    .from(contacts)
    .innerJoin(people, eq(people.id, contacts.writtenBy))
    .where(
      and(
        onLog(venueId),
        id
          ? sql`(${contacts.happenedOn}, ${contacts.writtenAt}, ${contacts.id}) < (${day}, ${Number(writtenAt) || 0}, ${id})`
          : undefined,
      ),
    )
    .orderBy(desc(contacts.happenedOn), desc(contacts.writtenAt), desc(contacts.id))
    .limit(pageSize + 1)
}

export function cursorOf({ happenedOn, writtenAt, id }: ContactRow): string {
  return `${happenedOn}~${writtenAt.getTime()}~${id}`
}

export function countContacts(db: Reader, venueId: VenueId): Promise<number> {
  return db.$count(contacts, onLog(venueId))
}

function onLog(venueId: VenueId): SQL | undefined {
  return and(ofVenue(venueId), isNull(contacts.removedAt))
}

/** What was written of an entry that turned out to be this venue counts as this venue's. */
function ofVenue(venueId: VenueId): SQL | undefined {
  return or(
    eq(contacts.venueId, venueId),
    sql`${contacts.venueId} in (select id from venues where merged_into_id = ${venueId})`,
  )
}

/** The same rule as isPositive. */
const positive = sql`${contacts.enforcement} = 0 and coalesce(${contacts.helpful}, 'yes') <> 'no'`

export type LastContacts = {
  lastOn: Day
  lastPositiveOn: Day | null
  contacts: number
  positive: number
}

/**
 * When the program and each of these venues were last in contact, and how often, for whoever may see
 * the venues. A venue without a contact is not in the answer.
 */
export async function lastContactsOf(
  db: Reader,
  venueIds: readonly VenueId[],
): Promise<Map<VenueId, LastContacts>> {
  const found = new Map<VenueId, LastContacts>()
  const venueId = sql<VenueId>`coalesce(${venues.mergedIntoId}, ${contacts.venueId})`
  for (let at = 0; at < venueIds.length; at += 500) {
    const ids = venueIds.slice(at, at + 500)
    const rows = await db
      .select({
        venueId: venueId.as('met'),
        lastOn: max(contacts.happenedOn),
        lastPositiveOn: sql<Day | null>`max(case when ${positive} then ${contacts.happenedOn} end)`,
        contacts: count(),
        positive: sql<number>`sum(case when ${positive} then 1 else 0 end)`,
      })
      .from(contacts)
      .innerJoin(venues, eq(venues.id, contacts.venueId))
      .where(
        and(
          isNull(contacts.removedAt),
          or(inArray(contacts.venueId, ids), inArray(venues.mergedIntoId, ids)),
        ),
      )
      .groupBy(venueId)
    for (const { venueId: id, lastOn, ...rest } of rows) {
      if (lastOn) found.set(id, { lastOn: lastOn as Day, ...rest })
    }
  }
  return found
}
