import { replies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type ReplyId, type ResponseId } from '../ids'
import { canReply } from '../permissions/feedback'
import { permit } from '../permissions/permission'
import { responseFor } from './queries.server'

export type NewReply = { words: string; about: string }

/** A reply by either side, to the whole letter or to one part of it. It is taken in every state, late ones too. */
export function replyTo(
  ctx: Context,
  responseId: ResponseId,
  { words, about }: NewReply,
): Promise<ReplyId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, items } = await responseFor(tx, actor, responseId)
    permit(canReply(actor, application))
    if (words.trim() === '') throw new Invalid({ words: 'Write your reply.' })
    const item = about ? items.find(({ id }) => id === about) : null
    if (item === undefined) throw new Invalid({ about: 'Choose a part of this letter.' })

    const id = newId('rep')
    await tx.insert(replies).values({
      id,
      responseId,
      itemId: item?.id ?? null,
      personId: actor.person.id,
      words: words.trim(),
      at: now,
    })
    await recordEvent(tx, {
      kind: 'response.replied',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId: application.id,
      subjectId: id,
      text: words.trim(),
    })
    return id
  })
}
