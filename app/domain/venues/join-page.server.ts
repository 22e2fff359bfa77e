import { and, desc, eq, or } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { joinRequests, venues } from '~db/schema'
import { matchesWords } from '~db/search.server'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { placeIn } from '../permissions/who'

export const mostFound = 30

/**
 * The venues that match what somebody typed: name and address and nothing else, for anybody may ask.
 * A venue that was typed in is not among them: that it came to the program is nobody else’s to know.
 */
export async function venuesToJoin(db: Reader, words: string) {
  const matching = await matchesWords(db, words)
  if (!matching) return { found: [], more: false }
  const found = await db
    .select({ id: venues.id, name: venues.name, address: venues.address })
    .from(venues)
    .where(and(matching, notMerged, or(eq(venues.source, 'license_list'), eq(venues.madeUp, true))))
    .orderBy(venues.name, venues.id)
    .limit(mostFound + 1)
  return { found: found.slice(0, mostFound), more: found.length > mostFound }
}

/** One venue by name and address, for anybody. */
export async function venueToJoin(db: Reader, venueId: VenueId) {
  const [venue] = await db
    .select({ id: venues.id, name: venues.name, address: venues.address })
    .from(venues)
    .where(and(eq(venues.id, venueId), notMerged))
  if (!venue) throw new NotFound()
  return venue
}

/** How the person's own newest request to join with this venue stands; null when there is none. */
export async function ownRequest({ db, actor }: Reading, venueId: VenueId) {
  const [request] = await db
    .select({
      state: joinRequests.state,
      reason: joinRequests.reason,
      createdAt: joinRequests.createdAt,
    })
    .from(joinRequests)
    .where(and(eq(joinRequests.venueId, venueId), eq(joinRequests.personId, actor.person.id)))
    .orderBy(desc(joinRequests.createdAt), desc(joinRequests.id))
    .limit(1)
  return { request: request ?? null, place: placeIn(actor, venueId) ?? null }
}
