import { eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import type { Reading } from '../context'
import { type Box, boxAround, widened } from '../distances'
import { districtsOf } from '../districts/queries.server'
import type { DistrictId, ZoneId } from '../ids'
import { permit } from '../permissions/permission'
import { canKeepZones } from '../permissions/zone'
import { todayIn } from '../standards/program.server'
import { streetsIn } from '../venues/street-sketch.server'
import { defaultReach } from './forms'
import { zoneFor } from './queries.server'
import { venueCorners } from './venue-corners.server'
import { valuesOf, type ZoneValues } from './zone-values'

/** Room on the map around what is there, in meters, so that a curb beside it can be drawn. */
const room = 250

/** The form of a new zone in a district: its map shows where the district's venues are. */
export async function newZonePage({ db, actor, now }: Reading, districtSlug: string | null) {
  permit(canKeepZones(actor))
  const districts = await districtsOf(db)
  const chosen =
    districts.length === 1 ? districts[0] : districts.find(({ slug }) => slug === districtSlug)
  const values: ZoneValues = {
    district: chosen?.id ?? '',
    status: 'pilot',
    effectiveFrom: await todayIn(db, now),
    reachMeters: String(defaultReach),
  }
  const frame = chosen ? await frameOfDistrict(db, chosen.id) : null
  return { districts, chosen: chosen?.name ?? null, values, ...(await mapOf(db, frame, now)) }
}

/** The form of a zone that stands, filled with what it says. */
export async function changeZonePage(reading: Reading, zoneId: ZoneId) {
  const { db, now } = reading
  const zone = await zoneFor(reading, zoneId)
  const points = zone.facts.segments.flatMap((segment) => segment.points)
  return {
    zone,
    districts: await districtsOf(db),
    values: valuesOf(zone),
    ...(await mapOf(db, boxAround(points, room), now)),
  }
}

async function mapOf(db: Reader, frame: Box | null, now: Date) {
  return { frame, streets: frame ? await streetsIn(db, frame, now) : [] }
}

/** Null where no venue of the district has a known place: the points are then typed. */
async function frameOfDistrict(db: Reader, districtId: DistrictId): Promise<Box | null> {
  const corners = await venueCorners(db, eq(venues.districtId, districtId))
  return corners && widened(corners, room / 2)
}
