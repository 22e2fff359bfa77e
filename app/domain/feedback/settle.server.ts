import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { responseItems, responses } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { ItemId, ResponseId } from '../ids'
import { canReply } from '../permissions/feedback'
import { permit } from '../permissions/permission'
import { type ItemRow, responseFor } from './queries.server'

/** A question or a step, or nothing for the whole letter. */
export type Part = ItemRow | null

/** Either side marks a part of the letter, or the whole, as settled. Replies to it stay welcome. */
export function settlePart(ctx: Context, responseId: ResponseId, about: string): Promise<void> {
  return mark(ctx, responseId, about, true)
}

/** Either side opens again what either side had marked as settled. */
export function reopenPart(ctx: Context, responseId: ResponseId, about: string): Promise<void> {
  return mark(ctx, responseId, about, false)
}

/** The part that an address or a form names; what is a strength has nothing to settle. */
export function partOf(items: readonly ItemRow[], about: string): Part {
  if (!about) return null
  const part = items.find(({ id }) => id === about)
  if (part?.kind !== 'question' && part?.kind !== 'next_step') throw new NotFound()
  return part
}

/** Both sides may want the same at once: whoever comes second changes nothing and hears no complaint. */
function mark(
  ctx: Context,
  responseId: ResponseId,
  about: string,
  settled: boolean,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, items } = await responseFor(tx, actor, responseId)
    permit(canReply(actor, application))
    const part = partOf(items, about)
    const marks = settled
      ? { settledAt: now, settledBy: actor.person.id }
      : { settledAt: null, settledBy: null }
    const moved = part
      ? await markItem(tx, part.id, marks)
      : await markLetter(tx, responseId, marks)
    if (moved.length === 0) return
    await recordEvent(tx, {
      kind: settled ? 'response.settled' : 'response.reopened',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId: application.id,
      subjectId: part?.id ?? responseId,
    })
  })
}

type Marks = Pick<typeof responseItems.$inferInsert, 'settledAt' | 'settledBy'>

function markItem(tx: Tx, id: ItemId, marks: Marks) {
  const { settledAt } = responseItems
  return tx
    .update(responseItems)
    .set(marks)
    .where(
      and(eq(responseItems.id, id), marks.settledAt ? isNull(settledAt) : isNotNull(settledAt)),
    )
    .returning({ id: responseItems.id })
}

function markLetter(tx: Tx, id: ResponseId, marks: Marks) {
  const { settledAt } = responses
  return tx
    .update(responses)
    .set(marks)
    .where(and(eq(responses.id, id), marks.settledAt ? isNull(settledAt) : isNotNull(settledAt)))
    .returning({ id: responses.id })
}
