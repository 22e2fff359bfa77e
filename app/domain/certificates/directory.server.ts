import { and, asc, count, eq, gt, gte, isNull, or, type SQL } from 'drizzle-orm'
import { keptUntilCommit } from '~db/kept-reads.server'
import type { Reader } from '~db/open.server'
import { certificates, districts, venues } from '~db/schema'
import { matchesWords } from '~db/search.server'
import { type Day, dayOf } from '../dates'
import type { CertificateId, DistrictId, VenueId } from '../ids'
import { notMerged } from '../live-venues.server'
import { programOf } from '../standards/program.server'
import { counts, standingColumns, standingsOf } from './standing.server'

export const pageSize = 50

export type DirectoryFilter = {
  words?: string | undefined
  districtId?: DistrictId | undefined
  after?: string | undefined
}

/**
 * How many venues there are. It is exact where one page holds them all. Beyond that it is counted by
 * the dates alone and rounded: coverage is read for the venues on the page and for no others.
 */
export type DirectoryTotal = { is: 'exactly' | 'about' | 'more_than'; count: number }

/**
 * The venues whose certificate counts today, by name, a page at a time. Dates are asked of the
 * database; then coverage is counted for the rows in hand, and a venue whose certificate rests after
 * a lapse falls away without a trace. The number of queries does not grow with the number of venues.
 */
export async function accreditedVenues(db: Reader, now: Date, filter: DirectoryFilter) {
  const program = await programOf(db)
  const today = dayOf(now, program.timeZone)
  const asked = { today, words: filter.words ?? '', districtId: filter.districtId ?? null }
  const listed = await listedBy(db, asked)
  const start = filter.after ? await placeOf(db, filter.after) : undefined
  let place = start ?? beginning

  const shown: Row[] = []
  let more = true
  for (let batch = 0; more && shown.length <= pageSize && batch < mostBatches; batch += 1) {
    const rows = await candidates(db, and(listed, follows(place)))
    const standingOf = await standingsOf(db, rows, program, today)
    for (const row of rows) {
      const standing = standingOf(row)
      if (counts(standing)) shown.push({ ...row, standing })
    }
    place = rows.at(-1) ?? place
    more = rows.length === batchSize
  }

  const page = shown.slice(0, pageSize)
  const last = shown.length > pageSize ? page.at(-1) : more ? place : undefined
  const whole = !start && !last
  return {
    venues: page,
    /** A certificate's id: it tells nobody which venue it is of. */
    next: last?.id ?? null,
    total: whole
      ? ({ is: 'exactly', count: page.length } as const)
      : await roughly(db, JSON.stringify(asked)),
  }
}

type Row = Awaited<ReturnType<typeof candidates>>[number] & {
  standing: ReturnType<Awaited<ReturnType<typeof standingsOf>>>
}
type Place = { id: CertificateId | null; name: string; venueId: VenueId | '' }

/** Even the first page names a place, so that the names are walked in order and never sorted. */
const beginning: Place = { id: null, name: '', venueId: '' }

const batchSize = pageSize + 1
const mostBatches = 4
const mostCounted = 1_000

function candidates(db: Reader, condition: SQL | undefined) {
  return db
    .select({
      ...standingColumns,
      facts: certificates.facts,
      slug: venues.slug,
      name: venues.name,
      address: venues.address,
      district: districts.name,
    })
    .from(venues)
    .innerJoin(certificates, eq(certificates.venueId, venues.id))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .where(condition)
    .orderBy(asc(venues.name), asc(venues.id))
    .limit(batchSize)
}

type Asked = { today: Day; words: string; districtId: DistrictId | null }

async function listedBy(db: Reader, { today, words, districtId }: Asked) {
  return and(
    notMerged,
    countsByDate(today),
    districtId ? eq(venues.districtId, districtId) : undefined,
    await matchesWords(db, words),
  )
}

/** What the dates alone say; a day that has not come changes nothing. */
function countsByDate(today: Day) {
  const { pausedOn, endedOn, replacedOn } = certificates
  return and(
    gte(certificates.expiresOn, today),
    ...[pausedOn, endedOn, replacedOn].map((day) => or(isNull(day), gt(day, today))),
  )
}

function follows({ name, venueId }: Place) {
  return and(gte(venues.name, name), or(gt(venues.name, name), gt(venues.id, venueId as VenueId)))
}

async function placeOf(db: Reader, certificateId: string): Promise<Place | undefined> {
  const [place] = await db
    .select({ id: certificates.id, name: venues.name, venueId: venues.id })
    .from(certificates)
    .innerJoin(venues, eq(venues.id, certificates.venueId))
    .where(eq(certificates.id, certificateId as CertificateId))
  return place
}

/** Null where so few match that a number would tell of a venue that the list leaves out. */
const roughly = keptUntilCommit(async (db, asked): Promise<DirectoryTotal | null> => {
  const some = db
    .select({ id: certificates.id })
    .from(venues)
    .innerJoin(certificates, eq(certificates.venueId, venues.id))
    .where(await listedBy(db, JSON.parse(asked) as Asked))
    .limit(mostCounted + 1)
    .as('some')
  const [row] = await db.select({ found: count() }).from(some)
  const found = row?.found ?? 0
  if (found > mostCounted) return { is: 'more_than', count: mostCounted }
  return found > pageSize ? { is: 'about', count: Math.round(found / 10) * 10 } : null
})
