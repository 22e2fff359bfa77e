import { desc, eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { walkThroughs } from '~db/schema'
import type { ContactSide } from '~db/vocabulary'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { VenueId, WalkId } from '../ids'
import { placeIn } from '../permissions/who'
import type { Venue } from '../venues/queries.server'
import { venueOfContacts } from './queries.server'
import type { WalkRow } from './walk'

export type OpenWalk = { walk: WalkRow; venue: Venue; side: ContactSide }

/** A venue, and for which side this person stands there. For anybody else the venue is absent. */
export async function sideAt(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
): Promise<{ venue: Venue; side: ContactSide }> {
  const side = placeIn(actor, venueId) ? 'venue' : 'program'
  return { venue: await venueOfContacts(db, actor, side, venueId), side }
}

/** One walk-through, for whoever stands on one of its two sides. */
export async function walkFor(db: Reader, actor: Actor, id: WalkId): Promise<OpenWalk> {
  const [walk] = await db.select().from(walkThroughs).where(eq(walkThroughs.id, id))
  if (!walk) throw new NotFound()
  return { walk, ...(await sideAt(db, actor, walk.venueId)) }
}

/** The walk-throughs of a venue, the newest first. Whoever calls has asked whose they are. */
export function walksOf(db: Reader, venueId: VenueId): Promise<WalkRow[]> {
  return db
    .select()
    .from(walkThroughs)
    .where(eq(walkThroughs.venueId, venueId))
    .orderBy(desc(walkThroughs.proposedAt), desc(walkThroughs.id))
    .limit(20)
}
