import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { contactWords } from '~/words/en/contacts'
import type { Tx } from '~db/open.server'
import { contacts } from '~db/schema'
import type { ContactSide } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ContactId, VenueId } from '../ids'
import { contactFor } from './queries.server'

/** Takes a contact off the log, by the side that wrote it. Taken back twice, it is simply gone. */
export function takeContactBack(
  ctx: Context,
  side: ContactSide,
  venueId: VenueId,
  id: ContactId,
): Promise<void> {
  return deed(ctx, async (tx) => {
    await writtenBySide(tx, ctx, side, venueId, id)
    const gone = await tx
      .update(contacts)
      .set({ removedAt: ctx.now })
      .where(and(eq(contacts.id, id), isNull(contacts.removedAt)))
      .returning({ id: contacts.id })
    if (gone.length > 0) await note(tx, ctx, 'contact.taken_back', venueId, id)
  })
}

/** Puts it back on the log, with what the venue said of it. */
export function putContactBack(
  ctx: Context,
  side: ContactSide,
  venueId: VenueId,
  id: ContactId,
): Promise<void> {
  return deed(ctx, async (tx) => {
    await writtenBySide(tx, ctx, side, venueId, id)
    const back = await tx
      .update(contacts)
      .set({ removedAt: null })
      .where(and(eq(contacts.id, id), isNotNull(contacts.removedAt)))
      .returning({ id: contacts.id })
    if (back.length > 0) await note(tx, ctx, 'contact.put_back', venueId, id)
  })
}

async function writtenBySide(
  tx: Tx,
  { actor }: Context,
  side: ContactSide,
  venueId: VenueId,
  id: ContactId,
): Promise<void> {
  const { writtenAs } = await contactFor(tx, actor, side, venueId, id)
  if (writtenAs !== side) throw new Conflict(contactWords.notTheirs[side])
}

function note(
  tx: Tx,
  { actor, now, origin }: Context,
  kind: 'contact.taken_back' | 'contact.put_back',
  venueId: VenueId,
  subjectId: ContactId,
): Promise<void> {
  return recordEvent(tx, { kind, actor, at: now, origin, venueId, subjectId })
}
