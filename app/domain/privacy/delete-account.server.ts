import { and, eq, isNull } from 'drizzle-orm'
import { joinRequests, placeInvitations } from '~db/schema'
import { actorNow } from '../accounts/actor.server'
import { erasePerson } from '../accounts/erase-person.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { queueEmail } from '../outbox.server'
import { permitProved } from '../permissions/permission'
import { stoodForSomething, tiesOf } from './account-ties.server'

/**
 * Deletes one's own account: address, phone and ways in go, places and sessions end, what they had
 * offered is taken back. Their name stays only under what they shared, signed or decided. Refused
 * while a venue, venues that wait or the program would be left alone. Needs a fresh proof.
 */
export function deleteAccount(ctx: Context): Promise<void> {
  return deed(ctx, async (tx) => {
    const { now, origin } = ctx
    const actor = await actorNow(tx, ctx.actor)
    permitProved(ctx)
    const { id, email, name, locale } = actor.person
    const ties = await tiesOf(tx, id)
    if (ties.length > 0) throw new Invalid({ '': ties.map(({ words }) => words).join(' ') })
    const keepName = await stoodForSomething(tx, id)
    await tx
      .update(placeInvitations)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(placeInvitations.invitedBy, id),
          isNull(placeInvitations.acceptedAt),
          isNull(placeInvitations.withdrawnAt),
        ),
      )
    await tx
      .delete(joinRequests)
      .where(and(eq(joinRequests.personId, id), eq(joinRequests.state, 'waiting')))
    await erasePerson(tx, id, now, { keepName })
    await recordEvent(tx, {
      kind: 'person.deleted',
      ...{ actor, at: now, origin, subjectId: id, facts: { keepName } },
    })
    await queueEmail(tx, { id: null, email, locale }, 'account-deleted', { name }, now)
  })
}
