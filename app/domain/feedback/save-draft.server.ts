import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { responses, suggestions } from '~db/schema'
import type { ResponseDraft } from '~db/schema/feedback'
import type { Context } from '../context'
import { addDays } from '../dates'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import type { ApplicationId, ResponseId, SuggestionId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { todayIn } from '../standards/program.server'
import { withWords } from './draft'
import { responseOfRound, roundInHand } from './draft.server'
import { type DraftEdit, editedDraft, knownIn, lostRace } from './edit-draft.server'
import { withPart } from './settle-part.server'
import { countSuggestions } from './tone-counts.server'

export type DraftChange = DraftEdit & {
  /** A colleague's suggestion that is taken into its field, or left: either way it is settled. */
  take?: string
  leave?: string
  /** Another reviewer's part that is taken into the letter, or left. */
  takePart?: string
  leavePart?: string
  /** Whether the writer puts it aside until tomorrow; each other save picks it up again. */
  hold?: boolean
}

export type SavedDraft = { revision: number; savedAt: number; added: string | null }

/**
 * Saves a response while it is written, whatever is still missing, by compare-and-set on the revision
 * that was on the page. Whoever comes second gets a Conflict with what stands now beside their own text.
 */
export function saveDraft(
  ctx: Context,
  applicationId: ApplicationId,
  change: DraftChange,
): Promise<SavedDraft> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const hand = await roundInHand(tx, actor, applicationId)
    const { application, round } = hand
    permit(canRespond(actor, application))
    const response = await responseOfRound(tx, round.id)
    if (!response) throw new NotFound()

    const known = knownIn(hand)
    const edited = await editedDraft(tx, change, known, { before: response.draft, now })
    const settled = await withSuggestion(tx, response.id, edited.draft, change)
    const draft = await withPart(tx, ctx, settled, { ...change, application, ...known })
    const revision = change.revision + 1
    const heldUntil = change.hold ? addDays(await todayIn(tx, now), 1) : null
    const saved = await tx
      .update(responses)
      .set({ draft, revision, heldUntil, authorId: actor.person.id, updatedAt: now })
      .where(
        and(
          eq(responses.id, response.id),
          eq(responses.revision, change.revision),
          isNull(responses.sentAt),
        ),
      )
      .returning({ id: responses.id })
    if (saved.length === 0) throw await lostRace(tx, response, edited.typed)
    await countSuggestions(tx, actor.person.id, { taken: change.toneTaken ?? 0 })
    return { revision, savedAt: now.getTime(), added: edited.key }
  })
}

/** The draft with the words of a suggestion that is taken; whichever it was, the suggestion is gone. */
async function withSuggestion(
  tx: Tx,
  responseId: ResponseId,
  draft: ResponseDraft,
  { take, leave }: DraftChange,
): Promise<ResponseDraft> {
  const id = take || leave
  if (!id) return draft
  const [suggestion] = await tx
    .delete(suggestions)
    .where(and(eq(suggestions.id, id as SuggestionId), eq(suggestions.responseId, responseId)))
    .returning()
  if (!take || !suggestion?.field) return draft
  const { itemKey, field, words } = suggestion
  return withWords(draft, { itemKey, field, words })
}
