import { and, count, eq, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { zoneAcknowledgements, zoneTellings } from '~db/schema'
import type { ZoneVersionId } from '../ids'

export type Heard = { told: number; acknowledged: number }

/** By version of a zone, how many venues were told of it and how many of these acknowledged it, in one query. */
export async function heardOf(
  db: Reader,
  versionIds: readonly ZoneVersionId[],
): Promise<(id: ZoneVersionId) => Heard> {
  if (versionIds.length === 0) return () => ({ told: 0, acknowledged: 0 })
  const rows = await db
    .select({
      versionId: zoneTellings.versionId,
      told: count(),
      acknowledged: count(zoneAcknowledgements.venueId),
    })
    .from(zoneTellings)
    .leftJoin(
      zoneAcknowledgements,
      and(
        eq(zoneAcknowledgements.versionId, zoneTellings.versionId),
        eq(zoneAcknowledgements.venueId, zoneTellings.venueId),
      ),
    )
    .where(inArray(zoneTellings.versionId, [...versionIds]))
    .groupBy(zoneTellings.versionId)
  const byId = new Map(rows.map(({ versionId, ...heard }) => [versionId, heard]))
  return (id) => byId.get(id) ?? { told: 0, acknowledged: 0 }
}
