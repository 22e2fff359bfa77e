import { and, eq, isNull } from 'drizzle-orm'
import { applicationAccess, suggestions } from '~db/schema'
import type { ResponseField } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import { type ApplicationId, newId } from '../ids'
import { canSuggestWords } from '../permissions/application'
import { permit } from '../permissions/permission'
import { responseOfRound, roundInHand } from './draft.server'

export type Suggested = {
  note: string
  suggestions: { itemKey: string; field: ResponseField; before: string; words: string }[]
  /** Whether the reader is done: their access ends with it. */
  handBack: boolean
}

/**
 * Keeps what a colleague suggests for a draft, in place of what they suggested before. Only words that
 * differ from what stood there are a suggestion. The draft itself stays as it is.
 */
export function suggestWords(
  ctx: Context,
  applicationId: ApplicationId,
  { note, suggestions: given, handBack }: Suggested,
): Promise<number> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, round } = await roundInHand(tx, actor, applicationId)
    permit(canSuggestWords(actor, application))
    const response = await responseOfRound(tx, round.id)
    if (!response?.draft) throw new Conflict('The letter has gone out meanwhile. Thank you!')
    const personId = actor.person.id
    const responseId = response.id
    await tx
      .delete(suggestions)
      .where(and(eq(suggestions.responseId, responseId), eq(suggestions.personId, personId)))
    const kept = given.filter(({ before, words }) => words.trim() && words.trim() !== before.trim())
    const rows = kept.map(({ itemKey, field, words }) => ({ itemKey, field, words: words.trim() }))
    const whole = note.trim() ? [{ itemKey: '', field: null, words: note.trim() }] : []
    const all = [...whole, ...rows].map((row) => {
      return { ...row, id: newId('sug'), responseId, personId, at: now }
    })
    if (all.length > 0) await tx.insert(suggestions).values(all)
    if (!handBack) return all.length

    await tx
      .update(applicationAccess)
      .set({ endedAt: now })
      .where(
        and(
          eq(applicationAccess.applicationId, applicationId),
          eq(applicationAccess.personId, personId),
          eq(applicationAccess.kind, 'reader'),
          isNull(applicationAccess.endedAt),
        ),
      )
    await recordEvent(tx, {
      kind: 'response.handed_back',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId },
      subjectId: responseId,
      facts: { suggestions: all.length },
    })
    return all.length
  })
}
