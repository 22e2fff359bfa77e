import { and, eq } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { joinRequests, people, venues } from '~db/schema'
import type { Context } from '../context'
import { Conflict, NotFound } from '../errors'
import type { JoinRequestId } from '../ids'
import { permit } from '../permissions/permission'
import { canDecideJoinRequests, canDecideRequestOf } from '../permissions/venue'

/** A request that waits, with the person and the venue, for the coordinator who answers it. */
export async function waitingRequest(tx: Tx, { actor }: Context, id: JoinRequestId) {
  permit(canDecideJoinRequests(actor))
  const [row] = await tx
    .select({ request: joinRequests, venue: venues, person: people })
    .from(joinRequests)
    .innerJoin(venues, eq(venues.id, joinRequests.venueId))
    .innerJoin(people, eq(people.id, joinRequests.personId))
    .where(eq(joinRequests.id, id))
  if (!row) throw new NotFound()
  permit(canDecideRequestOf(actor, row.person.id))
  if (row.request.state !== 'waiting') throw answeredAlready()
  return row
}

/** Changes a request that still waits; one that was answered meanwhile is a conflict. */
export async function changeWaiting(
  tx: Tx,
  id: JoinRequestId,
  values: Partial<typeof joinRequests.$inferInsert>,
): Promise<void> {
  const changed = await tx
    .update(joinRequests)
    .set(values)
    .where(and(eq(joinRequests.id, id), eq(joinRequests.state, 'waiting')))
    .returning({ id: joinRequests.id })
  if (changed.length === 0) throw answeredAlready()
}

function answeredAlready(): Conflict {
  return new Conflict('This request was answered already. Open it again to see how.')
}
