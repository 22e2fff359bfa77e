import { eq } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import { walkItemWords } from '~/words/en/walks'
import type { Reader } from '~db/open.server'
import { walkNotes } from '~db/schema'
import { walkItems } from '~db/vocabulary'
import { NotFound } from '../errors'
import type { WalkId } from '../ids'

/** The checklist of a walk-through with what both sides noted. Whoever calls has asked whose it is. */
export async function checklistOf(db: Reader, walkId: WalkId, timeZone: string) {
  const notes = await db.select().from(walkNotes).where(eq(walkNotes.walkId, walkId))
  return walkItems.map((item) => {
    const note = notes.find((each) => each.item === item)
    return {
      item,
      ...walkItemWords[item],
      looked: note?.looked ? 'yes' : '',
      words: note?.words ?? '',
      revision: String(note?.revision ?? 0),
      edited: note ? `Saved ${formatMoment(note.editedAt, timeZone)}` : '',
    }
  })
}

export type ChecklistItem = Awaited<ReturnType<typeof checklistOf>>[number]

export function itemOf(checklist: ChecklistItem[], item: string): ChecklistItem {
  const found = checklist.find((each) => each.item === item)
  if (!found) throw new NotFound()
  return found
}
