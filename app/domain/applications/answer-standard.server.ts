import { and, eq } from 'drizzle-orm'
import { answers } from '~db/schema'
import type { Stance } from '~db/vocabulary'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { draftFor } from './draft.server'

export type Answer = { stance: Stance; words: string; hearOn: Day | null }

/** Says how the venue meets a standard. Every way but evidence needs its words; the last word counts. */
export function answerStandard(
  ctx: Context,
  venueId: VenueId,
  code: string,
  answer: Answer,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, standard } = await draftFor(tx, actor, venueId, code)
    permit(canWorkOnDrafts(actor, venueId))
    if (answer.stance !== 'with_evidence' && answer.words.trim() === '') {
      throw new Invalid({ words: 'Write a sentence or two, so that your liaison understands.' })
    }
    const hearOn = answer.stance === 'with_counsel' ? answer.hearOn : null
    const words = answer.stance === 'with_evidence' ? '' : answer.words
    const own = and(eq(answers.applicationId, application.id), eq(answers.standard, standard.code))
    const [before] = await tx.select().from(answers).where(own)
    const row = { stance: answer.stance, words, hearOn, editedBy: actor.person.id, editedAt: now }
    if (before)
      await tx
        .update(answers)
        .set({ ...row, revision: before.revision + 1 })
        .where(own)
    else {
      const key = { applicationId: application.id, standard: standard.code }
      await tx.insert(answers).values({ ...key, ...row, revision: 0 })
    }
    await recordEvent(tx, {
      kind: 'application.answered',
      actor,
      at: now,
      origin,
      venueId,
      applicationId: application.id,
      text: words,
      facts: { standard: standard.code, stance: answer.stance },
      before: { stance: before?.stance ?? null },
      after: { stance: answer.stance },
    })
  })
}
