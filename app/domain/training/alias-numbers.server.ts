import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { events, staff } from '~db/schema'
import type { StaffPosition } from '~db/vocabulary'
import type { Actor, Origin } from '../context'
import { recordEvent } from '../events.server'
import type { StaffId, VenueId } from '../ids'
import { nextAliasNumber } from './aliases'

type Given = { staffId: string; position: StaffPosition; number: number }

/**
 * Gives out alias numbers at one venue. Those of people who were removed or who changed position
 * stay given; whoever returns to a position gets their own number back.
 */
export async function aliasNumbers(db: Reader, venueId: VenueId) {
  const rows = await db
    .select({ staffId: staff.id, position: staff.position, number: staff.aliasNumber })
    .from(staff)
    .where(eq(staff.venueId, venueId))
  const given: Given[] = [...rows, ...(await retiredAliases(db, venueId))]
  const own = new Map(given.map((alias) => [`${alias.staffId} ${alias.position}`, alias.number]))
  const highest = new Map<StaffPosition, number>()

  return (position: StaffPosition, staffId: StaffId): number => {
    const known = own.get(`${staffId} ${position}`)
    if (known !== undefined) return known
    const number = (highest.get(position) ?? nextAliasNumber(position, given) - 1) + 1
    highest.set(position, number)
    return number
  }
}

/** The aliases that people of a venue left behind when they changed position. */
export async function retiredAliases(db: Reader, venueId: VenueId): Promise<Given[]> {
  const retired = await db
    .select({ staffId: events.subjectId, facts: events.facts })
    .from(events)
    .where(and(eq(events.venueId, venueId), eq(events.kind, 'staff.changed')))
  return retired.flatMap(({ staffId, facts }) =>
    typeof facts.aliasNumber === 'number'
      ? {
          staffId: staffId ?? '',
          position: facts.aliasPosition as StaffPosition,
          number: facts.aliasNumber,
        }
      : [],
  )
}

/** Writes down that a person changed, with the alias that they leave behind when they change position. */
export async function recordStaffChange(
  tx: Tx,
  change: {
    venueId: VenueId
    staffId: StaffId
    left: { position: StaffPosition; aliasNumber: number } | null
  },
  by: { actor: Actor | null; now: Date; origin: Origin | null },
): Promise<void> {
  const { venueId, staffId, left } = change
  await recordEvent(tx, {
    kind: 'staff.changed',
    actor: by.actor,
    at: by.now,
    origin: by.origin,
    venueId,
    subjectId: staffId,
    facts: left ? { aliasPosition: left.position, aliasNumber: left.aliasNumber } : {},
  })
}
