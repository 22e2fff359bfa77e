import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { venues } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { districtById } from '../districts/queries.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { DistrictId, JoinRequestId } from '../ids'
import { queueEmail } from '../outbox.server'
import { permitProved } from '../permissions/permission'
import { changeWaiting, waitingRequest } from './decide-join.server'
import { closeLetters, givePlace } from './give-place.server'

/**
 * Confirms that the person belongs to the venue, after a call to its public phone. They can share
 * from then on, and an open letter to the venue is not needed any more. A venue without a district
 * gets one, because that is who its liaison is. Needs a fresh proof of who confirms.
 */
export function confirmJoin(
  ctx: Context,
  id: JoinRequestId,
  { phone, district }: { phone: string; district: string },
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { request, venue, person } = await waitingRequest(tx, ctx, id)
    permitProved(ctx)
    const districtId = venue.districtId ?? (await chosen(district))
    await changeWaiting(tx, id, {
      state: 'confirmed',
      confirmedHow: 'phone',
      decidedBy: actor.person.id,
      decidedAt: now,
      codeSealed: null,
    })
    await tx.update(venues).set({ phone, districtId }).where(eq(venues.id, venue.id))
    await givePlace(tx, venue.id, person.id, now, request.membershipId)
    await closeLetters(tx, venue.id, now)
    const happening = { actor, at: now, origin, venueId: venue.id, subjectId: id }
    await recordEvent(tx, {
      ...{ kind: 'venue.join_confirmed', ...happening, facts: { how: 'phone' } },
      before: { state: 'waiting', district: venue.districtId },
      after: { state: 'confirmed', district: districtId },
    })
    const facts = { venue: venue.name, path: paths.venue(venue.id) }
    await queueEmail(tx, person, 'join-confirmed', facts, now)

    async function chosen(id: string): Promise<DistrictId> {
      const found = await districtById(tx, id as DistrictId)
      if (!found) throw new Invalid({ district: 'Choose the district that this venue is in.' })
      return found.id
    }
  })
}
