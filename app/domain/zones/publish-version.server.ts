import type { Tx } from '~db/open.server'
import { zoneVersions } from '~db/schema'
import type { ZoneFacts } from '~db/schema/zones'
import type { Context } from '../context'
import { type Box, boxAround, widened } from '../distances'
import { districtById } from '../districts/queries.server'
import { Invalid } from '../errors'
import { newId, type ZoneId } from '../ids'
import type { TypedZone } from './forms'
import { venueCorners } from './venue-corners.server'

/** Farther than this from every venue, a point is a slip of the keyboard and no curb of this city. */
const cityMeters = 50_000

/** Writes a version of a zone, as it was typed. */
export async function publishVersion(
  tx: Tx,
  { actor, now }: Context,
  version: { zoneId: ZoneId; number: number; change: string },
  typed: TypedZone,
  facts: ZoneFacts,
): Promise<void> {
  const { name, status, effectiveFrom, effectiveUntil } = typed
  const points = facts.segments.flatMap((segment) => segment.points)
  await tx.insert(zoneVersions).values({
    id: newId('zve'),
    ...version,
    name,
    status,
    effectiveFrom,
    effectiveUntil,
    facts,
    ...boxAround(points, facts.reachMeters),
    publishedBy: actor.person.id,
    publishedAt: now,
  })
}

/** Refuses a district that there is not, and points that are nowhere near this program's venues. */
export async function refusePlaces(tx: Tx, { district, segments }: TypedZone): Promise<void> {
  if (!(await districtById(tx, district))) {
    throw new Invalid({ district: 'Choose a district from the list.' })
  }
  const corners = await venueCorners(tx)
  if (!corners) return
  const city = widened(corners, cityMeters)
  const astray = segments.findIndex(({ points }) => points.some((point) => !holds(city, point)))
  if (astray < 0) return
  throw new Invalid({
    [`segments.${astray}.points`]:
      'A point here is far away from every venue of this program. Latitude comes first, then longitude; west of Greenwich, longitude has a minus sign.',
  })
}

function holds({ south, west, north, east }: Box, point: { latitude: number; longitude: number }) {
  const { latitude, longitude } = point
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east
}
