import { and, eq, isNull } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import { responses, suggestions } from '~db/schema'
import type { ResponseDraft } from '~db/schema/feedback'
import type { Context } from '../context'
import { addDays, addWorkingDays } from '../dates'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import type { ApplicationId, ResponseId, SuggestionId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { programOf, todayIn } from '../standards/program.server'
import { cleanDraft, type TypedDraft, withItem, withoutItem, withWords } from './draft'
import { type ResponseRow, responseOfRound, roundInHand } from './draft.server'
import type { NewItem } from './new-item'
import { countSuggestions } from './tone-counts.server'

export type DraftChange = {
  /** The revision that was on the page. */
  revision: number
  draft: TypedDraft
  add?: NewItem | null
  remove?: string
  /** Suggestions of the tone helper that were taken since the last save. */
  toneTaken?: number
  /** A colleague's suggestion that is taken into its field, or left: either way it is settled. */
  take?: string
  leave?: string
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
    const { application, round, set, evidence } = await roundInHand(tx, actor, applicationId)
    permit(canRespond(actor, application))
    const response = await responseOfRound(tx, round.id)
    if (!response) throw new NotFound()

    const standards = set.standards.map(({ code }) => code)
    const known = { standards, evidence: new Set<string>(evidence.map(({ id }) => id)) }
    const typed = cleanDraft(change.draft, known)
    const rest = change.remove ? withoutItem(typed, change.remove) : typed
    const kept = await settled(tx, response.id, rest, change)
    const allowed =
      change.add && isKnown(change.add, known) ? await dated(tx, change.add, now) : null
    const { draft, key } = allowed ? withItem(kept, allowed, standards) : { draft: kept, key: null }

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
    if (saved.length === 0) throw await lostRace(tx, response, typed)
    await countSuggestions(tx, actor.person.id, { taken: change.toneTaken ?? 0 })
    return { revision, savedAt: now.getTime(), added: key }
  })
}

/** The draft with the words of a suggestion that is taken; whichever it was, the suggestion is gone. */
async function settled(
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

/** A next step begins with a date three weeks on. */
async function dated(tx: Tx, item: NewItem, now: Date): Promise<NewItem> {
  if (item.kind !== 'next_step') return item
  return { ...item, proposedOn: addWorkingDays(await todayIn(tx, now), 15) }
}

function isKnown(
  { standard, roundEvidenceId }: NewItem,
  known: { standards: readonly string[]; evidence: ReadonlySet<string> },
): boolean {
  return (
    known.standards.includes(standard) && (!roundEvidenceId || known.evidence.has(roundEvidenceId))
  )
}

/** Says who was first and when, with their words for each field in which the two differ. */
async function lostRace(
  tx: Tx,
  response: NonNullable<ResponseRow>,
  mine: ResponseDraft,
): Promise<Conflict> {
  const { timeZone } = await programOf(tx)
  if (response.sentAt) {
    const at = formatMoment(response.sentAt, timeZone)
    return new Conflict(
      `${response.author} sent this response on ${at}. Your own words are still here: copy what you would like to add, and send it as a reply.`,
    )
  }
  const at = formatMoment(response.updatedAt, timeZone)
  return new Conflict(
    `${response.author} saved this response on ${at}, after you opened it. Both texts are here: yours in the fields, theirs beside them. Saving again keeps yours.`,
    {
      ...(response.draft ? theirWords(mine, response.draft) : {}),
      revision: String(response.revision),
    },
  )
}

function theirWords(mine: ResponseDraft, theirs: ResponseDraft): Record<string, string> {
  const found: Record<string, string> = {}
  if (mine.opening !== theirs.opening) found.opening = theirs.opening
  if (mine.closing !== theirs.closing) found.closing = theirs.closing
  for (const item of theirs.items) {
    const index = mine.items.findIndex(({ key }) => key === item.key)
    const own = mine.items[index]
    for (const field of ['words', 'quote', 'why', 'help'] as const) {
      const same = own ? own[field] === item[field] : item[field] === ''
      if (!same) found[own ? `items.${index}.${field}` : `new.${item.key}.${field}`] = item[field]
    }
  }
  return found
}
