import { and, eq, gte, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { districts, licenseListings, venues } from '~db/schema'
import type { MergeReason } from '~db/schema/venues'
import { matchesWords } from '~db/search.server'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { permit } from '../permissions/permission'
import { canMergeVenues } from '../permissions/venue'
import { whyAlike } from './alike'
import { mergeHindrance } from './merge-hindrance.server'
import { standingAt } from './venue-standing.server'

const mostFound = 20
const mostProposed = 5

export type MergeChoice = { id: VenueId; name: string; address: string; why: MergeReason | null }

/**
 * The page on which a coordinator says which venue another one really is: proposals first, then what
 * was searched for, and once one is chosen both side by side with what stands in the way.
 */
export async function mergePage(
  ctx: Reading,
  venueId: VenueId,
  { words, into }: { words: string; into: VenueId | null },
) {
  permit(canMergeVenues(ctx.actor))
  const venue = await venueSide(ctx, venueId)
  const other = into && into !== venueId ? await otherSide(ctx, into) : null
  return {
    venue,
    proposals: other || venue.mergedInto ? [] : await alikeVenues(ctx.db, venue),
    found: other || venue.mergedInto ? [] : await searched(ctx.db, venueId, words),
    other,
    hindrance: other ? await mergeHindrance(ctx.db, venue, other, ctx.now) : null,
  }
}

export type VenueSide = Awaited<ReturnType<typeof venueSide>>

/** What tells a venue from another: its place, its licenses, and where it stands. */
export async function venueSide({ db, now }: Reading, id: VenueId) {
  const { name, address, neighborhood, longitude, latitude, phone } = venues
  const [row] = await db
    .select({
      ...{ id: venues.id, name, address, neighborhood, longitude, latitude, phone },
      mergedInto: venues.mergedIntoId,
      district: districts.name,
      standing: (await standingAt(db, now)).as('standing'),
    })
    .from(venues)
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(eq(venues.id, id))
  if (!row) throw new NotFound()
  const { license, vanishedOn, listedOn } = licenseListings
  const licenses = await db
    .select({ license, name: licenseListings.name, vanishedOn, listedOn })
    .from(licenseListings)
    .where(eq(licenseListings.venueId, id))
    .orderBy(license)
  return { ...row, licenses }
}

async function otherSide(ctx: Reading, id: VenueId) {
  const side = await venueSide(ctx, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return side?.mergedInto ? null : side
}

type Here = Pick<VenueSide, 'id' | 'name' | 'address' | 'longitude' | 'latitude'>

/** Venues at the same address, or next to it under a name that is alike. */
async function alikeVenues(db: Reader, here: Here): Promise<MergeChoice[]> {
  const sameWords = await matchesWords(db, here.address)
  const candidates = [
    ...(sameWords ? await choices(db, here.id, sameWords, 50) : []),
    ...(await choices(db, here.id, nextTo(here), 500)),
  ]
  const seen = new Set<VenueId>()
  return candidates
    .flatMap((each) => {
      const why = seen.has(each.id) ? null : whyAlike(here, each)
      seen.add(each.id)
      return why ? [{ id: each.id, name: each.name, address: each.address, why }] : []
    })
    .sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why))
    .slice(0, mostProposed)
}

const order: MergeReason[] = ['address_and_name', 'name_nearby', 'address']

/** A thousandth of a degree is about a hundred meters; the distance itself is measured afterwards. */
function nextTo({ longitude, latitude }: Here): SQL | undefined {
  if (longitude === null || latitude === null) return sql`1 = 0`
  return and(
    gte(venues.latitude, latitude - 0.001),
    lte(venues.latitude, latitude + 0.001),
    gte(venues.longitude, longitude - 0.002),
    lte(venues.longitude, longitude + 0.002),
  )
}

async function searched(db: Reader, venueId: VenueId, words: string): Promise<MergeChoice[]> {
  const matching = await matchesWords(db, words)
  if (!matching) return []
  const found = await choices(db, venueId, matching, mostFound)
  return found.map(({ id, name, address }) => ({ id, name, address, why: null }))
}

function choices(db: Reader, venueId: VenueId, condition: SQL | undefined, most: number) {
  const { id, name, address, longitude, latitude } = venues
  return db
    .select({ id, name, address, longitude, latitude })
    .from(venues)
    .where(and(condition, notMerged, ne(id, venueId)))
    .orderBy(name, id)
    .limit(most)
}
