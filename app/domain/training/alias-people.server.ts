import { eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { staff } from '~db/schema'
import type { StaffId, VenueId } from '../ids'
import { retiredAliases } from './alias-numbers.server'
import { aliasOf } from './aliases'

/** Whom an alias stands for; without a name once they were taken off the staff list. */
export type AliasedPerson = { staffId: StaffId; name: string | null }

/**
 * Who stands behind each alias of a venue, those included that somebody left behind with a position.
 * The caller has asked whether the reader belongs to the venue.
 */
export async function peopleByAlias(
  db: Reader,
  venueId: VenueId,
): Promise<ReadonlyMap<string, AliasedPerson>> {
  const rows = await db
    .select({
      staffId: staff.id,
      name: staff.name,
      position: staff.position,
      number: staff.aliasNumber,
      removedAt: staff.removedAt,
    })
    .from(staff)
    .where(eq(staff.venueId, venueId))
  const people = new Map<string, AliasedPerson>(
    rows.map(({ staffId, name, removedAt }) => [
      staffId,
      { staffId, name: removedAt ? null : name },
    ]),
  )
  const given = [...(await retiredAliases(db, venueId)), ...rows]
  return new Map(
    given.flatMap(({ staffId, position, number }) => {
      const person = people.get(staffId)
      return person ? [[aliasOf(position, number), person] as const] : []
    }),
  )
}
