import { eq } from 'drizzle-orm'
import { contacts } from '~db/schema'
import type { HelpfulAnswer } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ContactId, VenueId } from '../ids'
import { contactFor } from './queries.server'

/** The venue's own word on whether a contact was helpful. It may change its mind; the last word counts. */
export function answerHelpful(
  ctx: Context,
  venueId: VenueId,
  id: ContactId,
  helpful: HelpfulAnswer,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const before = await contactFor(tx, actor, 'venue', venueId, id)
    if (before.removedAt) throw new Conflict('This contact was taken off the log meanwhile.')
    if (before.helpful === helpful) return
    await tx
      .update(contacts)
      .set({ helpful, helpfulAt: now, helpfulBy: actor.person.id })
      .where(eq(contacts.id, id))
    await recordEvent(tx, {
      ...{ kind: 'contact.answered', actor, at: now, origin, venueId, subjectId: id },
      ...{ before: { helpful: before.helpful }, after: { helpful } },
    })
  })
}
