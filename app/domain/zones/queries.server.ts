import { and, asc, desc, eq, ne, type SQL } from 'drizzle-orm'
import { keptUntilCommit } from '~db/kept-reads.server'
import type { Reader } from '~db/open.server'
import { districts, people, zones, zoneVersions } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { ZoneId } from '../ids'
import { permit } from '../permissions/permission'
import { canKeepZones } from '../permissions/zone'
import type { Zone } from './zone'

const zoneColumns = {
  id: zones.id,
  slug: zones.slug,
  districtId: zones.districtId,
  district: districts.name,
  districtSlug: districts.slug,
  version: zoneVersions.number,
  versionId: zoneVersions.id,
  name: zoneVersions.name,
  status: zoneVersions.status,
  effectiveFrom: zoneVersions.effectiveFrom,
  effectiveUntil: zoneVersions.effectiveUntil,
  facts: zoneVersions.facts,
  change: zoneVersions.change,
  publishedAt: zoneVersions.publishedAt,
  confirmedOn: zones.confirmedOn,
}

/** Every zone that has not ended, as its newest version says it, by district and name. Public. */
export async function publicZones(
  db: Reader,
  filter: {
    /** A district's slug. */
    district?: string | undefined
  } = {},
): Promise<Zone[]> {
  const { district } = filter
  const all = await zonesNotEnded(db)
  return district === undefined
    ? [...all]
    : all.filter(({ districtSlug }) => districtSlug === district)
}

const zonesNotEnded = keptUntilCommit(
  (db): Promise<readonly Zone[]> => newestZones(db, ne(zoneVersions.status, 'ended')),
)

/** A zone by its public name, also when it has ended. */
export async function zoneBySlug(db: Reader, slug: string): Promise<Zone> {
  return one(await newestZones(db, eq(zones.slug, slug)))
}

/** A zone by its id, also when it has ended. Public, as its page is. */
export async function zoneById(db: Reader, zoneId: ZoneId): Promise<Zone> {
  return one(await newestZones(db, eq(zones.id, zoneId)))
}

/** A zone for the coordinator who keeps it. */
export async function zoneFor({ db, actor }: Reading, zoneId: ZoneId): Promise<Zone> {
  permit(canKeepZones(actor))
  return zoneById(db, zoneId)
}

/** Every zone for the coordinator, those that have ended last. */
export async function zonesFor({ db, actor }: Reading): Promise<Zone[]> {
  permit(canKeepZones(actor))
  const all = await newestZones(db)
  const ended = (zone: Zone) => Number(zone.status === 'ended')
  return all.sort((a, b) => ended(a) - ended(b))
}

/** The versions of a zone, newest first, each with who published it. */
export async function versionsOf(
  db: Reader,
  zoneId: ZoneId,
): Promise<(Zone & { publishedBy: string })[]> {
  return db
    .select({ ...zoneColumns, publishedBy: people.name })
    .from(zones)
    .innerJoin(zoneVersions, eq(zoneVersions.zoneId, zones.id))
    .innerJoin(districts, eq(districts.id, zones.districtId))
    .innerJoin(people, eq(people.id, zoneVersions.publishedBy))
    .where(eq(zones.id, zoneId))
    .orderBy(desc(zoneVersions.number))
}

/** Each zone in its newest version. */
function newestZones(db: Reader, where?: SQL): Promise<Zone[]> {
  return db
    .select(zoneColumns)
    .from(zones)
    .innerJoin(
      zoneVersions,
      and(eq(zoneVersions.zoneId, zones.id), eq(zoneVersions.number, zones.version)),
    )
    .innerJoin(districts, eq(districts.id, zones.districtId))
    .where(where)
    .orderBy(asc(districts.name), asc(zoneVersions.name), asc(zones.id))
}

function one(found: Zone[]): Zone {
  const [zone] = found
  if (!zone) throw new NotFound()
  return zone
}
