import { eq } from 'drizzle-orm'
import { responseItems, stepHistory } from '~db/schema'
import type { StepAnswer } from '~db/vocabulary'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type ItemId, newId, type ResponseId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'
import { placeIn } from '../permissions/who'
import { todayIn } from '../standards/program.server'
import { responseFor } from './queries.server'

export type GivenAnswer = { answer: StepAnswer; day: Day | null; words: string }

/**
 * The venue answers a next step: the date works, another date, done already, or not for us, with its
 * reasons if it likes. The newest answer stands, in every state of the application; the history stays.
 */
export function answerStep(
  ctx: Context,
  responseId: ResponseId,
  itemId: ItemId,
  { answer, day, words }: GivenAnswer,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, items } = await responseFor(tx, actor, responseId)
    const step = items.find(({ id, kind }) => id === itemId && kind === 'next_step')
    if (!step || !placeIn(actor, application.venueId)) throw new NotFound()
    permit(canSpeakForVenue(actor, application.venueId))

    if (answer === 'other_date') {
      if (!day) throw new Invalid({ day: 'Choose the date that suits you better.' })
      if (day < (await todayIn(tx, now))) {
        throw new Invalid({ day: 'This date is over. Choose today or a later day.' })
      }
    }
    const agreed = {
      accepted: step.proposedOn,
      other_date: day,
      already_done: null,
      declined: null,
    }
    const agreedOn = agreed[answer]
    await tx.update(responseItems).set({ answer, agreedOn }).where(eq(responseItems.id, itemId))
    await tx.insert(stepHistory).values({
      id: newId('rep'),
      itemId,
      answer,
      day: agreedOn,
      words: words.trim(),
      personId: actor.person.id,
      at: now,
    })
    await recordEvent(tx, {
      kind: 'step.answered',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId: application.id,
      subjectId: itemId,
      text: words.trim(),
      facts: { answer, agreedOn },
      before: { answer: step.answer, agreedOn: step.agreedOn },
      after: { answer, agreedOn },
    })
  })
}
