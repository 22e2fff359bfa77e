import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { licenseListings, venues } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { markChanged, recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canMergeVenues } from '../permissions/venue'
import { closeLetters } from './give-place.server'
import { mergeHindrance } from './merge-hindrance.server'

/**
 * Says that a venue really is another one: its licenses move there, its public address leads on, and
 * it is in no list any more. Refused where people have begun something there. It can be taken back.
 */
export function mergeVenue(ctx: Context, fromId: VenueId, intoId: VenueId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canMergeVenues(actor))
    const from = await venueById(tx, fromId)
    if (from.mergedIntoId === intoId) return
    const into = await venueToMergeInto(tx, fromId, intoId)
    if (from.mergedIntoId) throw new Conflict(mergedMeanwhile)
    const hindrance = await mergeHindrance(tx, from, into, now)
    if (hindrance) throw new Invalid({ into: hindrance.why })

    const merged = await tx
      .update(venues)
      .set({ mergedIntoId: intoId, mergedAt: now })
      .where(and(eq(venues.id, fromId), isNull(venues.mergedIntoId)))
      .returning({ id: venues.id })
    if (merged.length === 0) throw new Conflict(mergedMeanwhile)
    await closeLetters(tx, fromId, now)
    const firstVenue = sql`coalesce(${licenseListings.movedFromId}, ${licenseListings.venueId})`
    await tx
      .update(licenseListings)
      .set({ venueId: intoId, movedFromId: firstVenue })
      .where(eq(licenseListings.venueId, fromId))
    const happening = { actor, at: now, origin, venueId: intoId, subjectId: fromId }
    await recordEvent(tx, {
      ...{ kind: 'venue.merged', ...happening },
      before: { mergedInto: null },
      after: { mergedInto: intoId },
    })
    await markChanged(tx, fromId, now)
  })
}

const mergedMeanwhile =
  'Somebody merged this venue with another one meanwhile. Open its page to see which.'

async function venueById(tx: Tx, id: VenueId) {
  const [venue] = await tx.select().from(venues).where(eq(venues.id, id))
  if (!venue) throw new NotFound()
  return venue
}

async function venueToMergeInto(tx: Tx, fromId: VenueId, intoId: VenueId) {
  const [into] = await tx.select().from(venues).where(eq(venues.id, intoId))
  if (!into || into.id === fromId) {
    throw new Invalid({ into: 'Choose the venue that it really is.' })
  }
  if (into.mergedIntoId) {
    throw new Invalid({
      into: `${into.name} was itself merged into another venue. Choose that one instead.`,
    })
  }
  return into
}
