import { and, desc, eq } from 'drizzle-orm'
import { positionNames } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { events, people, staff } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import type { StaffId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { aliasNumbers, recordStaffChange } from './alias-numbers.server'
import type { ChangedStaff } from './forms'
import { type StaffRow, staffMemberFor } from './queries.server'

/**
 * Changes a person of the staff list, by compare-and-set on when the row was last changed. A new
 * position brings a new alias; whoever comes second gets a Conflict with what stands now.
 */
export function changeStaff(
  ctx: Context,
  venueId: VenueId,
  staffId: StaffId,
  { seen, ...change }: ChangedStaff,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const before = await staffMemberFor(tx, actor, venueId, staffId)
    permit(canWorkOnDrafts(actor, venueId))
    const moves = change.position !== before.position
    const aliasNumber = moves
      ? (await aliasNumbers(tx, venueId))(change.position, staffId)
      : before.aliasNumber
    const changed = await tx
      .update(staff)
      .set({ ...change, aliasNumber, updatedAt: now })
      .where(and(eq(staff.id, staffId), eq(staff.updatedAt, new Date(seen))))
      .returning({ id: staff.id })
    if (changed.length === 0) throw await lostRace(tx, before)

    const { position, aliasNumber: left } = before
    const leaving = moves ? { position, aliasNumber: left } : null
    await recordStaffChange(tx, { venueId, staffId, left: leaving }, { actor, now, origin })
  })
}

async function lostRace(tx: Tx, before: StaffRow): Promise<Conflict> {
  const [last] = await tx
    .select({ name: people.name })
    .from(events)
    .innerJoin(people, eq(people.id, events.personId))
    .where(and(eq(events.venueId, before.venueId), eq(events.subjectId, before.id)))
    .orderBy(desc(events.at))
    .limit(1)
  return new Conflict(
    `${last?.name ?? 'Somebody'} changed this person while you had the page open. Both are here: compare, correct yours where needed, and save again.`,
    {
      Name: before.name,
      Role: positionNames[before.position],
      'First day': before.startedOn ?? 'not given',
      'Left on': before.leftOn ?? 'still here',
      'On leave': before.onLeave ? 'yes' : 'no',
    },
  )
}
