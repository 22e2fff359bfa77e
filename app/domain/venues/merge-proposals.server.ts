import { and, eq, isNotNull, not, or, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { isOneOf, letOthersIn, rowsAtOnce } from '~db/rows.server'
import { licenseListings, venues } from '~db/schema'
import type { MergeProposal } from '~db/schema/venues'
import type { VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { addressMark, squareOf, squaresAround, type Whereabouts, whyAlike } from './alike'
import { type ListChanges, licenseKey } from './license-changes.server'

type Known = Whereabouts & { venueId: VenueId }

const mostProposed = 100
const mostKnown = 20_000

/**
 * New licenses at the door of a venue that the program knows without a license on this list: one
 * that vanished, now or before, or that was typed in. A person decides; nothing is merged by itself.
 */
export async function mergeProposals(db: Reader, changes: ListChanges): Promise<MergeProposal[]> {
  if (changes.added.length === 0) return []
  const known = await venuesWithoutLicense(db, changes)
  if (known.length === 0) return []
  const lookUp = lookUpFor(known)
  const found: MergeProposal[] = []
  for (const [i, listing] of changes.added.entries()) {
    if (i % rowsAtOnce === 0) await letOthersIn()
    const here = { ...listing, name: listing.displayName }
    const best = bestOf(here, lookUp(here))
    if (!best) continue
    const { venueId, name, address } = best.known
    found.push({
      license: licenseKey(listing.license),
      name: here.name,
      address: here.address,
      known: { venueId, name, address },
      why: best.why,
    })
  }
  return found.sort((a, b) => surest[a.why] - surest[b.why]).slice(0, mostProposed)
}

const surest = { address_and_name: 0, name_nearby: 1, address: 2 }

function bestOf(here: Whereabouts, candidates: readonly Known[]) {
  return candidates
    .flatMap((known) => {
      const why = whyAlike(here, known)
      return why ? [{ known, why }] : []
    })
    .sort((a, b) => surest[a.why] - surest[b.why])[0]
}

function lookUpFor(known: readonly Known[]): (here: Whereabouts) => Known[] {
  const places = new Map<string, Known[]>()
  const put = (key: string, each: Known) => {
    const there = places.get(key)
    if (there) there.push(each)
    else places.set(key, [each])
  }
  for (const each of known) {
    put(addressMark(each.address), each)
    const square = squareOf(each)
    if (square) put(square, each)
  }
  return (here) =>
    [addressMark(here.address), ...squaresAround(here)].flatMap((key) => places.get(key) ?? [])
}

/** The surer knowledge first: whoever has vanished on this very list is among them. */
async function venuesWithoutLicense(
  db: Reader,
  { vanished, returned }: ListChanges,
): Promise<Known[]> {
  const { id: venueId, name, address, longitude, latitude } = venues
  const columns = { venueId, name, address, longitude, latitude }
  const back = returned.map(({ license }) => license)
  const onList = sql`not (${isOneOf(sql`"other"."license"`, vanished)}) and ("other"."vanished_on" is null
    or ${isOneOf(sql`"other"."license"`, back)})`
  const hasLicense = sql`exists (select 1 from ${licenseListings} as "other"
    where "other"."venue_id" = ${venues.id} and ${onList})`
  const missing = or(
    isNotNull(licenseListings.vanishedOn),
    isOneOf(licenseListings.license, vanished),
  )
  const gone = await db
    .selectDistinct(columns)
    .from(licenseListings)
    .innerJoin(venues, eq(venues.id, licenseListings.venueId))
    .where(and(missing, notMerged, not(hasLicense)))
    .limit(mostKnown)
  const typed = await db
    .select(columns)
    .from(venues)
    .where(and(eq(venues.source, 'typed'), notMerged, not(hasLicense)))
    .limit(mostKnown)
  return [...gone, ...typed]
}
