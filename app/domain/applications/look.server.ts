import { deskLooks } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { canOpenDesk } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { lastLook } from './desk-news.server'

/**
 * Keeps that somebody has seen what is new on their desk, up to the moment at which their page was
 * made: what came in while they read is still new. An older page takes nothing back.
 */
export function markSeen(ctx: Context, until: Date): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    permit(canOpenDesk(actor))
    const earlier = await lastLook(tx, actor)
    const lookedAt = until < now ? until : now
    if (earlier && earlier >= lookedAt) return
    const row = { personId: actor.person.id, lookedAt }
    await tx
      .insert(deskLooks)
      .values(row)
      .onConflictDoUpdate({ target: deskLooks.personId, set: { lookedAt } })
  })
}
