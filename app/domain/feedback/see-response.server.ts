import { and, eq, isNull } from 'drizzle-orm'
import { responses } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { ResponseId } from '../ids'
import { placeIn } from '../permissions/who'
import { responseFor } from './queries.server'

/**
 * Notes when somebody of the venue first opened the letter. Staff who open it leave no mark, nor does a
 * venue that does not tell.
 */
export function seeResponse(ctx: Context, responseId: ResponseId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application } = await responseFor(tx, actor, responseId)
    if (!placeIn(actor, application.venueId) || !application.tellsWhenRead) return
    const seen = await tx
      .update(responses)
      .set({ seenAt: now })
      .where(and(eq(responses.id, responseId), isNull(responses.seenAt)))
      .returning({ id: responses.id })
    if (seen.length === 0) return
    await recordEvent(tx, {
      kind: 'response.seen',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId: application.id,
      subjectId: responseId,
    })
  })
}
