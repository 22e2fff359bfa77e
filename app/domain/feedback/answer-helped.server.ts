import { letterHelped } from '~db/schema'
import type { HelpfulAnswer } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { ResponseId } from '../ids'
import { canReadLetters } from '../permissions/feedback'
import { permit } from '../permissions/permission'
import { helpedAnswersOf } from './helped-answers.server'
import { responseFor } from './queries.server'

/**
 * Whether a letter helped, in the word of anybody of the venue who may read it. Each has one answer, in
 * every state, and the last one counts. The record notes that something was said, and not what.
 */
export function answerHelped(
  ctx: Context,
  responseId: ResponseId,
  helped: HelpfulAnswer,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application } = await responseFor(tx, actor, responseId)
    permit(canReadLetters(actor, application.venueId))
    const personId = actor.person.id
    const before = await helpedAnswersOf(tx, responseId, personId)
    if (before.own === helped) return
    await tx
      .insert(letterHelped)
      .values({ responseId, personId, helped, at: now })
      .onConflictDoUpdate({
        target: [letterHelped.responseId, letterHelped.personId],
        set: { helped, at: now },
      })
    await recordEvent(tx, {
      kind: 'response.helped',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId: application.id,
      subjectId: responseId,
    })
  })
}
