import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { readingLinks } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { newId, randomText, type VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canSpeakForVenue } from '../permissions/venue'

/** Ends the link at which the team reads, on paper too, and opens another. What was signed stays. */
export function replaceLink(ctx: Context, venueId: VenueId): Promise<void> {
  return deed(ctx, async (tx) => {
    permit(canSpeakForVenue(ctx.actor, venueId))
    await tx
      .update(readingLinks)
      .set({ endedAt: ctx.now })
      .where(and(eq(readingLinks.venueId, venueId), isNull(readingLinks.endedAt)))
    await openLink(tx, ctx, venueId)
  })
}

/** Opens a link inside the deed that asked for it. 26 characters: 130 random bits. */
export async function openLink(tx: Tx, ctx: Context, venueId: VenueId): Promise<void> {
  const { actor, now, origin } = ctx
  const id = newId('rln')
  await tx.insert(readingLinks).values({ id, venueId, token: randomText(26), madeAt: now })
  await recordEvent(tx, {
    kind: 'reading.link_made',
    ...{ actor, at: now, origin, venueId, subjectId: id },
  })
}
