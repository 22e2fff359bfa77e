import type { LatLng, Map as LeafletMap } from 'leaflet'
import type { MapFrame, MapPlace } from './map-plane'
import type { WrittenPoint } from './map-points'

type Street = { name: string; points: readonly MapPlace[] }

type CanvasOptions = {
  frame: MapFrame
  streets: readonly Street[]
  onAdd: (place: MapPlace) => void
  onMove: (point: WrittenPoint, place: MapPlace) => void
}

export type MapCanvas = {
  /** Draws the points and the line through them anew. */
  show: (points: readonly WrittenPoint[]) => void
  /** Moves the crosshair by so many pixels and answers where it is. */
  step: (right: number, down: number) => MapPlace
  zoom: (by: number) => void
  middle: () => MapPlace
  remove: () => void
}

const mostNames = 16

/** Draws streets and points with Leaflet. Loaded where a person marks a place, and nowhere else. */
export async function mapCanvas(box: HTMLElement, options: CanvasOptions): Promise<MapCanvas> {
  const [{ default: leaflet }] = await Promise.all([
    import('leaflet'),
    import('leaflet/dist/leaflet.css'),
  ])
  const { frame, streets, onAdd, onMove } = options
  const bounds = leaflet.latLngBounds([frame.south, frame.west], [frame.north, frame.east])
  // The field has keys of its own, and the wheel stays with the page.
  const map = leaflet.map(box, {
    attributionControl: false,
    keyboard: false,
    scrollWheelZoom: false,
    fadeAnimation: false,
    zoomAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
    zoomSnap: 0.25,
    zoomDelta: 0.5,
    maxZoom: 20,
    maxBounds: bounds.pad(1),
  })
  map.fitBounds(bounds)

  const pathOf = (points: readonly MapPlace[]) =>
    points.map(({ latitude, longitude }): [number, number] => [latitude, longitude])
  for (const { points } of streets) {
    leaflet.polyline(pathOf(points), { className: 'map-street', interactive: false }).addTo(map)
  }
  nameStreets(leaflet, map, streets)

  const drawn = leaflet.layerGroup().addTo(map)
  map.on('click', ({ latlng }) => onAdd(placeOf(latlng)))

  return {
    show(points) {
      drawn.clearLayers()
      for (const className of ['map-casing', 'map-core']) {
        const line = leaflet.polyline(pathOf(points), { className, interactive: false })
        drawn.addLayer(line)
      }
      for (const [index, point] of points.entries()) {
        const marker = leaflet.marker([point.latitude, point.longitude], {
          draggable: true,
          keyboard: false,
          icon: leaflet.divIcon({ className: 'map-pin', html: `${index + 1}`, iconSize: [28, 28] }),
        })
        marker.on('dragend', () => onMove(point, placeOf(marker.getLatLng())))
        drawn.addLayer(marker)
      }
    },
    step(right, down) {
      map.panBy([right, down], { animate: false })
      return placeOf(map.getCenter())
    },
    zoom: (by) => void map.setZoom(map.getZoom() + by),
    middle: () => placeOf(map.getCenter()),
    remove: () => void map.remove(),
  }
}

/** Names the longest streets where they cross the middle of the map, each name once. */
function nameStreets(
  leaflet: typeof import('leaflet'),
  map: LeafletMap,
  streets: readonly Street[],
) {
  const names = leaflet.layerGroup().addTo(map)
  const draw = () => {
    names.clearLayers()
    const view = map.getBounds().pad(-0.08)
    const taken: { x: number; y: number }[] = []
    for (const { name, points } of streets) {
      if (taken.length === mostNames) return
      const at = finely(points).find(({ latitude, longitude }) => {
        if (!view.contains([latitude, longitude])) return false
        const { x, y } = map.latLngToContainerPoint([latitude, longitude])
        return taken.every((each) => Math.abs(each.x - x) > 110 || Math.abs(each.y - y) > 24)
      })
      if (!at) continue
      taken.push(map.latLngToContainerPoint([at.latitude, at.longitude]))
      const tooltip = leaflet
        .tooltip({ permanent: true, direction: 'center', className: 'map-name', opacity: 1 })
        .setLatLng([at.latitude, at.longitude])
        .setContent(document.createTextNode(name) as unknown as HTMLElement)
      names.addLayer(tooltip)
    }
  }
  draw()
  map.on('moveend zoomend', draw)
}

/** Points along the whole line, the ones around its middle first. */
function finely(points: readonly MapPlace[]): MapPlace[] {
  const steps = points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to
    return Array.from({ length: 12 }, (_, step) => ({
      latitude: from.latitude + ((to.latitude - from.latitude) * (step + 0.5)) / 12,
      longitude: from.longitude + ((to.longitude - from.longitude) * (step + 0.5)) / 12,
    }))
  })
  const middle = steps.length / 2
  return steps
    .map((place, index) => ({ place, away: Math.abs(index - middle) }))
    .sort((a, b) => a.away - b.away)
    .map(({ place }) => place)
}

function placeOf({ lat, lng }: LatLng): MapPlace {
  return { latitude: lat, longitude: lng }
}
