import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { districts, neighborhoods, venues } from '~db/schema'
import { type DistrictId, newId } from '../ids'
import { districtsOf } from './queries.server'
import { slugGiver, slugOf } from './slug'

/** Finds the districts of these names and makes those that are missing. Answers their ids by name. */
export async function ensureDistricts(
  tx: Tx,
  names: Iterable<string>,
  now: Date,
): Promise<Map<string, DistrictId>> {
  const all = await districtsOf(tx)
  const bySlug = new Map(all.map(({ name, id }) => [slugOf(name), id]))
  const give = slugGiver(all.map(({ slug }) => slug))
  const found = new Map<string, DistrictId>()
  for (const name of new Set(names)) {
    const known = bySlug.get(slugOf(name))
    const id = known ?? newId('dis')
    if (!known) await tx.insert(districts).values({ id, slug: give(name), name, createdAt: now })
    bySlug.set(slugOf(name), id)
    found.set(name, id)
  }
  return found
}

/** A neighborhood that belongs to another district now. */
export type Move = { name: string; from: DistrictId | null; to: DistrictId | null }

/**
 * Says which district each of these neighborhoods belongs to, or to none. The venues of those that
 * moved follow at once, except one that somebody placed in another district by itself. Answers what moved.
 */
export async function placeNeighborhoods(
  tx: Tx,
  chosen: ReadonlyMap<string, DistrictId | null>,
): Promise<Move[]> {
  const rows = await tx.select().from(neighborhoods)
  const before = new Map(rows.map(({ name, districtId }) => [name, districtId]))
  const moved = [...chosen]
    .map(([name, to]): Move => ({ name, from: before.get(name) ?? null, to }))
    .filter(({ from, to }) => from !== to)
  for (const { name, to } of moved) {
    if (to === null) await tx.delete(neighborhoods).where(eq(neighborhoods.name, name))
    else {
      await tx
        .insert(neighborhoods)
        .values({ name, districtId: to })
        .onConflictDoUpdate({ target: neighborhoods.name, set: { districtId: to } })
    }
  }
  for (const was of new Set(moved.map(({ from }) => from))) {
    const names = moved.flatMap(({ name, from }) => (from === was ? name : []))
    const stoodThere = was === null ? isNull(venues.districtId) : eq(venues.districtId, was)
    await tx
      .update(venues)
      .set({ districtId: districtOfNeighborhood })
      .where(and(inArray(venues.neighborhood, names), stoodThere))
  }
  return moved
}

const districtOfNeighborhood = sql<DistrictId | null>`(
  select ${neighborhoods.districtId} from ${neighborhoods}
  where ${neighborhoods.name} = ${venues.neighborhood})`
