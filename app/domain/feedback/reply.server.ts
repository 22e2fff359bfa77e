import { replies } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type ReplyId, type ResponseId } from '../ids'
import { canReply } from '../permissions/feedback'
import { permit } from '../permissions/permission'
import type { UploadedFile } from '../policies/policy'
import { responseFor } from './queries.server'
import { putFilesTo } from './reply-files.server'

export type NewReply = { words: string; about: string; files?: readonly UploadedFile[] }

/** A reply by either side, with its files, to the whole letter or to one part of it. It is taken in every state, late ones too. */
export function replyTo(
  ctx: Context,
  responseId: ResponseId,
  { words, about, files = [] }: NewReply,
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
    await putFilesTo(tx, ctx, application.venueId, id, files)
    await recordEvent(tx, {
      kind: 'response.replied',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId: application.id,
      subjectId: id,
      text: words.trim(),
      ...(files.length > 0 && { facts: { files: files.length } }),
    })
    return id
  })
}
