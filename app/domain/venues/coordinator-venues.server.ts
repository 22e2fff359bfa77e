import { and, count, eq, sql } from 'drizzle-orm'
import { districts, venues } from '~db/schema'
import { matchesWords } from '~db/search.server'
import type { VenueStanding } from '~db/vocabulary'
import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import { afterVenue } from './after-venue.server'
import { keptStanding, standingAt } from './venue-standing.server'

export type VenueFilter = {
  words: string
  /** The slug of a district; "none" for venues without one. */
  district: string
  standing: VenueStanding | null
  /** The last venue of the page before. */
  after: VenueId | null
}

const pageSize = 50

/** The venues of the program by name, a page at a time, each with how it stands. For coordinators. */
export async function venuesPage({ db, actor, now }: Reading, filter: VenueFilter) {
  permit(canInviteVenues(actor))
  const asked = and(
    notMerged,
    await matchesWords(db, filter.words),
    filter.standing ? sql`${await keptStanding(db, now)} = ${filter.standing}` : undefined,
    filter.district === 'none' ? sql`${venues.districtId} is null` : undefined,
    filter.district && filter.district !== 'none' ? eq(districts.slug, filter.district) : undefined,
  )
  const found = await db
    .select({
      id: venues.id,
      name: venues.name,
      address: venues.address,
      district: districts.name,
      standing: (await standingAt(db, now)).as('standing'),
    })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(and(asked, await afterVenue(db, filter.after)))
    .orderBy(venues.name, venues.id)
    .limit(pageSize + 1)
  const [counted] = await db
    .select({ total: count() })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(asked)
  const page = found.slice(0, pageSize)
  const next = found.length > pageSize ? (page.at(-1)?.id ?? null) : null
  return { venues: page, total: counted?.total ?? 0, next }
}
