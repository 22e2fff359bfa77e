import { MapField } from '~/ui/map-field'
import { StreetMap } from '~/ui/street-map'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })

const frame = { south: 38.9145, west: -77.0365, north: 38.9195, east: -77.0285 }

const streets = [
  { name: 'Harbor St', points: [at(38.917, -77.038), at(38.917, -77.027)] },
  { name: 'Mill Ave', points: [at(38.9128, -77.0319), at(38.9207, -77.032)] },
  {
    name: 'Quay Rd',
    points: [at(38.9152, -77.0372), at(38.9155, -77.033), at(38.9148, -77.0292)],
  },
  { name: 'Pine St', points: [at(38.9138, -77.0352), at(38.9205, -77.0352)] },
]

const zone = [at(38.91706, -77.0309), at(38.91706, -77.0294)]

export function Maps() {
  return (
    <section className="flow">
      <h2>Maps</h2>
      <p>
        No map service is asked: the streets are found from the addresses on the license list. What
        a map shows stands in a list beside it too, with the same numbers.
      </p>
      <StreetMap
        title="A loading zone and the venues near it"
        frame={frame}
        streets={streets}
        lines={[
          { key: 'zone', label: 'Harbor Street zone', points: zone },
          {
            key: 'planned',
            label: 'Planned: Mill Avenue',
            points: [at(38.9185, -77.03192), at(38.9177, -77.03191)],
            tone: 'soft',
          },
        ]}
        dots={[
          {
            key: 'a',
            number: 1,
            label: 'The Lantern Room',
            ...at(38.9172, -77.0327),
            href: '#map-1',
          },
          { key: 'b', number: 2, label: 'Saltmarsh', ...at(38.91685, -77.0328), href: '#map-2' },
          { key: 'c', label: 'Your venue', ...at(38.9156, -77.0341) },
        ]}
      />
      <ol>
        <li id="map-1">The Lantern Room, on Harbor Street at Mill Avenue</li>
        <li id="map-2">Saltmarsh, across from it</li>
      </ol>
      <h3>Marking a place</h3>
      <MapField
        name="points"
        label="Where the zone runs"
        help="One point per line, latitude first: 38.91706, -77.03090. Two points make a line along the curb."
        defaultValue={zone.map((each) => `${each.latitude}, ${each.longitude}`).join('\n')}
        frame={frame}
        streets={streets}
      />
    </section>
  )
}
