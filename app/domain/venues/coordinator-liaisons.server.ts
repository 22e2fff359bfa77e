import { and, count, eq, isNull, or, sql } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applications, districts, memberships, people, venues } from '~db/schema'
import { amendmentHearBy, isAmended } from '../amendment-waits'
import type { Reading } from '../context'
import type { Day } from '../dates'
import type { DistrictId, PersonId } from '../ids'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'

export type NamedLiaison = { id: PersonId; name: string }

/** The liaisons of every district, by name. */
export async function liaisonsByDistrict(db: Reader): Promise<Map<DistrictId, NamedLiaison[]>> {
  const rows = await db
    .select({
      districtId: memberships.districtId,
      id: people.id,
      name: people.name,
      title: people.title,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(eq(memberships.role, 'liaison'), isNull(memberships.endedAt), isNull(people.removedAt)),
    )
    .orderBy(people.name, people.id)
  const found = new Map<DistrictId, NamedLiaison[]>()
  for (const { districtId, id, ...person } of rows) {
    if (!districtId) continue
    found.set(districtId, [...(found.get(districtId) ?? []), { id, name: addressed(person) }])
  }
  return found
}

export type WaitingLine = {
  /** One liaison whom it waits for, or the ones of a district where nobody has begun to read. */
  liaisons: NamedLiaison[]
  district: { name: string; slug: string } | null
  waiting: number
  overdue: number
}

/**
 * How many venues wait to be read, by whom they wait for, and how many are past the day they were
 * told. What nobody has begun to read waits for the one liaison of its district; where there are
 * several, or none, the district has a line of its own.
 */
export async function waitingByLiaison(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  liaisons: ReadonlyMap<DistrictId, NamedLiaison[]>,
  today: Day,
): Promise<WaitingLine[]> {
  permit(canInviteVenues(actor))
  const rows = await db
    .select({
      liaisonId: applications.liaisonId,
      name: people.name,
      title: people.title,
      districtId: venues.districtId,
      district: districts.name,
      slug: districts.slug,
      waiting: count(),
      overdue: sql<number>`coalesce(sum(coalesce(${amendmentHearBy}, ${applications.hearBy}) < ${today}), 0)`,
    })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(districts, eq(districts.id, venues.districtId))
    .leftJoin(people, eq(people.id, applications.liaisonId))
    .where(or(eq(applications.state, 'shared'), isAmended))
    .groupBy(applications.liaisonId, venues.districtId)
  const lines = new Map<string, WaitingLine>()
  for (const row of rows) {
    const { liaisonId, name, title, districtId, district, slug, waiting, overdue } = row
    const ofDistrict = (districtId && liaisons.get(districtId)) || []
    const reader = liaisonId && name ? { id: liaisonId, name: addressed({ name, title }) } : null
    const only = reader ?? (ofDistrict.length === 1 ? ofDistrict[0] : undefined)
    const key = only?.id ?? districtId ?? ''
    const line = lines.get(key) ?? {
      liaisons: only ? [only] : ofDistrict,
      district: !only && district && slug ? { name: district, slug } : null,
      waiting: 0,
      overdue: 0,
    }
    line.waiting += waiting
    line.overdue += overdue
    lines.set(key, line)
  }
  return [...lines.values()].sort((a, b) => b.overdue - a.overdue || b.waiting - a.waiting)
}
