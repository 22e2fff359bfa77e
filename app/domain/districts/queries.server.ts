import { and, count, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { districts, neighborhoods, venues } from '~db/schema'
import type { Reading } from '../context'
import { digestOf } from '../events.server'
import type { DistrictId } from '../ids'
import { notMerged } from '../live-venues.server'
import { permit } from '../permissions/permission'
import { canArrangeDistricts } from '../permissions/venue'

export type District = { id: DistrictId; slug: string; name: string }

/** All districts by name. Their names are public. */
export async function districtsOf(db: Reader): Promise<District[]> {
  return db
    .select({ id: districts.id, slug: districts.slug, name: districts.name })
    .from(districts)
    .orderBy(districts.name)
}

export type Neighborhood = { name: string; venues: number; districtId: DistrictId | null }

/** Every neighborhood that a venue or a district names, by name, with its venues and its district. */
async function neighborhoodsOf(db: Reader): Promise<Neighborhood[]> {
  const arranged = await db.select().from(neighborhoods)
  const counted = await db
    .select({ name: venues.neighborhood, venues: count() })
    .from(venues)
    .where(and(isNotNull(venues.neighborhood), notMerged))
    .groupBy(venues.neighborhood)
  const found = new Map<string, Neighborhood>()
  for (const { name, districtId } of arranged) found.set(name, { name, venues: 0, districtId })
  for (const { name, venues } of counted) {
    if (name === null) continue
    found.set(name, { name, venues, districtId: found.get(name)?.districtId ?? null })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** The names of the districts that neighborhoods belong to, by neighborhood. */
export async function districtNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db
    .select({ neighborhood: neighborhoods.name, district: districts.name })
    .from(neighborhoods)
    .innerJoin(districts, eq(districts.id, neighborhoods.districtId))
  return new Map(rows.map(({ neighborhood, district }) => [neighborhood, district]))
}

export type Arrangement = {
  districts: (District & { venues: number })[]
  /** `key` names a neighborhood in a form, whatever its name is made of. */
  neighborhoods: (Neighborhood & { key: string })[]
  /** Changes with every change of the arrangement, for compare-and-set. */
  seen: string
}

/** The districts with what belongs to them, for the coordinator who arranges them. */
export async function arrangementFor({ db, actor }: Reading): Promise<Arrangement> {
  permit(canArrangeDistricts(actor))
  const counted = await db
    .select({ districtId: venues.districtId, venues: count() })
    .from(venues)
    .where(and(isNotNull(venues.districtId), notMerged))
    .groupBy(venues.districtId)
  const venuesIn = new Map(counted.map(({ districtId, venues }) => [districtId, venues]))
  const all = await districtsOf(db)
  return {
    districts: all.map((district) => ({ ...district, venues: venuesIn.get(district.id) ?? 0 })),
    neighborhoods: (await neighborhoodsOf(db)).map((each) => ({
      ...each,
      key: `n${digestOf(each.name).slice(0, 12)}`,
    })),
    seen: await arrangementMark(db),
  }
}

/** Which arrangement stands now. */
export async function arrangementMark(db: Reader): Promise<string> {
  const names = await db.select().from(districts).orderBy(districts.id)
  const places = await db.select().from(neighborhoods).orderBy(neighborhoods.name)
  return digestOf(
    JSON.stringify([
      names.map(({ id, name }) => [id, name]),
      places.map(({ name, districtId }) => [name, districtId]),
    ]),
  ).slice(0, 16)
}

/** A district, or undefined when there is none. */
export async function districtById(db: Reader, id: DistrictId): Promise<District | undefined> {
  const [row] = await db
    .select({ id: districts.id, slug: districts.slug, name: districts.name })
    .from(districts)
    .where(eq(districts.id, id))
  return row
}

/** A district by its name in an address, or undefined when there is none. */
export async function districtBySlug(db: Reader, slug: string): Promise<District | undefined> {
  const [row] = await db
    .select({ id: districts.id, slug: districts.slug, name: districts.name })
    .from(districts)
    .where(eq(districts.slug, slug))
  return row
}
