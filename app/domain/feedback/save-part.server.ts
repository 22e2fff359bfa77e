import { and, eq } from 'drizzle-orm'
import { usualClosing } from '~/words/en/feedback'
import { addressed } from '~/words/en/names'
import { responseParts } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { todayIn } from '../standards/program.server'
import { type DraftEdit, editedDraft, knownIn, lostRace } from './edit-draft.server'
import { partFor } from './part.server'
import { problemsOf } from './response'
import { rulesOf } from './rules.server'
import type { SavedDraft } from './save-draft.server'
import { sentBefore } from './sent-early.server'
import { countSuggestions } from './tone-counts.server'

/**
 * Saves a part while its writer works on it, by compare-and-set on the revision that was on the page,
 * and with `handOver` gives it to whoever sends the letter: then each item has what the letter needs of
 * it. It can be changed until it is taken.
 */
export function savePart(
  ctx: Context,
  partId: string,
  { handOver = false, ...change }: DraftEdit & { handOver?: boolean },
): Promise<SavedDraft> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { access, part, hand } = await partFor(tx, actor, partId)
    const { draft, key, typed } = await editedDraft(tx, change, knownIn(hand), {
      before: null,
      now,
    })
    if (handOver) {
      const whole = { ...draft, opening: 'Hello.', closing: usualClosing }
      const rules = rulesOf(hand, await todayIn(tx, now), await sentBefore(tx, hand.round.id))
      const problems = problemsOf(whole, rules)
      if (draft.items.length === 0)
        throw new Invalid({ '': 'Write a strength, a question or a step first.' })
      // The letter as a whole has its strengths; a part may be a question alone.
      const { '': _, ...ofItems } = problems
      if (Object.keys(ofItems).length > 0) throw new Invalid(ofItems)
    }
    const revision = change.revision + 1
    const handedAt = handOver ? now : part.handedAt
    const saved = await tx
      .update(responseParts)
      .set({ draft, revision, updatedAt: now, handedAt })
      .where(
        and(eq(responseParts.accessId, access.id), eq(responseParts.revision, change.revision)),
      )
      .returning({ id: responseParts.accessId })
    if (saved.length === 0) {
      throw await lostRace(tx, { ...part, sentAt: null, author: addressed(actor.person) }, typed)
    }
    await countSuggestions(tx, actor.person.id, { taken: change.toneTaken ?? 0 })
    if (handOver) {
      const { venueId, id: applicationId } = hand.application
      await recordEvent(tx, {
        kind: 'response.part_handed',
        ...{ actor, at: now, origin, venueId, applicationId, subjectId: access.id },
        facts: { items: draft.items.length },
      })
    }
    return { revision, savedAt: now.getTime(), added: key }
  })
}
