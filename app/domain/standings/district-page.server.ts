import type { Reading } from '../context'
import { zoneMap } from '../zones/zone-map.server'
import { districtReport } from './district-report.server'

/** The page of a district: its report, and a map of what is public: accredited venues and loading zones. */
export async function districtPage(reading: Reading, slug: string) {
  const { report, onMap } = await districtReport(reading, slug)
  const dots = onMap.venues.flatMap(({ number, name, to, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [{ key: to, label: name, number, href: to, latitude, longitude }],
  )
  const when = { now: reading.now, today: onMap.today }
  const map = await zoneMap(reading.db, onMap.zones, when, dots)
  return { ...report, map: map && { ...map, dots } }
}
