import { randomUUID } from 'node:crypto'
import type { ZoneFacts, ZoneSegment } from '~db/schema/zones'
import type { TypedZone } from './forms'

/**
 * What a version says. A segment keeps its id while its points stay, whatever else is said of it, so
 * that maps and ride-share apps know it again.
 */
export function factsOf(typed: TypedZone, earlier: readonly ZoneSegment[]): ZoneFacts {
  const left = new Map(earlier.map(({ id, points }) => [JSON.stringify(points), id]))
  const segments = typed.segments.map(({ street, between, points }) => {
    const shape = JSON.stringify(points)
    const id = left.get(shape) ?? randomUUID()
    left.delete(shape)
    return { id, street, between, points }
  })
  const { hours, dwellMinutes, towing, signWording, doorScript, amenities, companies } = typed
  return {
    segments,
    hours,
    dwellMinutes,
    towing,
    signWording,
    doorScript,
    amenities,
    companies,
    reachMeters: typed.reachMeters,
  }
}
