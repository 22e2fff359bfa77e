import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { responseItems } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import type { ItemId } from '../ids'
import { promiseFor } from './promise-rows.server'

/** Ticks help off that the actor offered and has given. Ticking it twice keeps the first day. */
export function tickPromise(ctx: Context, itemId: ItemId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { id } = await promiseFor(tx, ctx.actor, itemId)
    await tx
      .update(responseItems)
      .set({ helpGivenAt: ctx.now })
      .where(and(eq(responseItems.id, id), isNull(responseItems.helpGivenAt)))
  })
}

/** Puts a promise back among the open ones. */
export function untickPromise(ctx: Context, itemId: ItemId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { id } = await promiseFor(tx, ctx.actor, itemId)
    await tx
      .update(responseItems)
      .set({ helpGivenAt: null })
      .where(and(eq(responseItems.id, id), isNotNull(responseItems.helpGivenAt)))
  })
}
