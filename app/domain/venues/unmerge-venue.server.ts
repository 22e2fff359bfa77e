import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { isOneOf } from '~db/rows.server'
import { licenseListings, venues } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import { markChanged, recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canMergeVenues } from '../permissions/venue'

/** Takes a merge back: the venue stands by itself again, with the licenses that came from it. A second time does nothing. */
export function unmergeVenue(ctx: Context, venueId: VenueId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canMergeVenues(actor))
    const [venue] = await tx.select().from(venues).where(eq(venues.id, venueId))
    if (!venue) throw new NotFound()
    if (!venue.mergedIntoId) return

    await tx
      .update(venues)
      .set({ mergedIntoId: null, mergedAt: null })
      .where(eq(venues.id, venueId))
    const { movedFromId } = licenseListings
    await tx
      .update(licenseListings)
      .set({ venueId, movedFromId: sql`nullif(${movedFromId}, ${venueId})` })
      .where(and(isNotNull(movedFromId), isOneOf(movedFromId, await mergedHere(tx, venueId))))
    const into = venue.mergedIntoId
    const happening = { actor, at: now, origin, venueId: into, subjectId: venueId }
    await recordEvent(tx, {
      ...{ kind: 'venue.unmerged', ...happening },
      before: { mergedInto: into },
      after: { mergedInto: null },
    })
    await markChanged(tx, venueId, now)
  })
}

/** The venue and whatever was merged into it before, directly or not. */
async function mergedHere(tx: Tx, venueId: VenueId): Promise<VenueId[]> {
  const family: VenueId[] = [venueId]
  for (const id of family) {
    const rows = await tx.select({ id: venues.id }).from(venues).where(eq(venues.mergedIntoId, id))
    family.push(...rows.map((row) => row.id))
  }
  return family
}
