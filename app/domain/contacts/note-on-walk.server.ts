import { and, eq } from 'drizzle-orm'
import { walkNotes } from '~db/schema'
import { type WalkItem, walkItems } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { WalkId } from '../ids'
import { beginsASitting } from '../sitting'
import type { Note } from './walk-forms'
import { walkFor } from './walk-queries.server'

/**
 * Keeps what somebody ticked or wrote of one thing of the checklist; both sides write in the same one. It
 * saves itself, so whoever comes second gets a Conflict with what stands now.
 */
export function noteOnWalk(
  ctx: Context,
  walkId: WalkId,
  item: string,
  { revision, ...note }: Note,
): Promise<{ revision: number; savedAt: number }> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { walk } = await walkFor(tx, actor, walkId)
    if (!isWalkItem(item)) throw new NotFound()
    const { venueId } = walk
    const [before] = await tx
      .select()
      .from(walkNotes)
      .where(and(eq(walkNotes.walkId, walkId), eq(walkNotes.item, item)))
    if ((before?.revision ?? 0) !== revision) throw changedMeanwhile(before)
    const row = { ...note, revision: revision + 1, editedBy: actor.person.id, editedAt: now }
    await tx
      .insert(walkNotes)
      .values({ walkId, venueId, item, ...row })
      .onConflictDoUpdate({ target: [walkNotes.walkId, walkNotes.item], set: row })
    if (beginsASitting(ctx, before ?? null)) {
      await recordEvent(tx, {
        ...{ kind: 'walk.looked', actor, at: now, origin, venueId, subjectId: walkId },
        facts: { item },
      })
    }
    return { revision: row.revision, savedAt: now.getTime() }
  })
}

export function isWalkItem(text: string): text is WalkItem {
  return (walkItems as readonly string[]).includes(text)
}

function changedMeanwhile(now?: typeof walkNotes.$inferSelect): Conflict {
  return new Conflict('Somebody else wrote here meanwhile. Look at theirs, and save yours again.', {
    words: [now?.looked ? 'Looked at.' : '', now?.words ?? ''].filter(Boolean).join(' ') || '–',
    revision: String(now?.revision ?? 0),
  })
}
