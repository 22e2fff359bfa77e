import { formatDay, listOf } from '~/words/en/format'
import { type Block, callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

type Facts = EmailFacts['zone-tonight']
type Near = Facts['zones'][number]

export const zoneTonight: Email<Facts> = ({ night, zones, stopPath }, { url, program }) => {
  const places = byZone(zones)
  const names = listOf(places.map(({ zone }) => zone))
  const hours = new Set(zones.map((each) => each.hours))
  const [first] = zones
  return {
    subject:
      hours.size === 1
        ? `Tonight, ${first?.hours}: rides stop at ${names}`
        : `Tonight: rides stop at ${names}`,
    preview: `One sentence to your door staff before ${first?.hours.split(' to ')[0] ?? 'tonight'}, and guests find their car.`,
    blocks: [
      { kind: 'heading', words: `Open tonight, ${formatDay(night)}` },
      {
        kind: 'words',
        words:
          'Guests find their ride at once when the person at the door can say where it stops. A good moment to pass it on is when your door staff arrive.',
      },
      ...places.flatMap((place) => blocksOf(place, url)),
      {
        kind: 'words',
        words: `You asked for this reminder. To change or stop it, open ${url(stopPath)}`,
      },
    ],
    help: `Is something at the curb not as written here? Please tell us. ${callOrWrite(program)}`,
  }
}

type Place = Omit<Near, 'venue'> & { venues: string[] }

/** A zone near several venues of one person is told once. */
function byZone(zones: readonly Near[]): Place[] {
  const places = new Map<string, Place>()
  for (const { venue, ...zone } of zones) {
    const known = places.get(zone.path)
    if (known) known.venues.push(venue)
    else places.set(zone.path, { ...zone, venues: [venue] })
  }
  return [...places.values()]
}

function blocksOf(
  { zone, venues, hours, where, script, path }: Place,
  url: (path: string) => string,
): Block[] {
  return [
    { kind: 'heading', words: zone },
    {
      kind: 'facts',
      rows: [
        { term: 'Open', detail: hours },
        ...where.map((line) => ({ term: 'Where', detail: line })),
        { term: 'Near', detail: listOf(venues) },
        ...(script ? [{ term: 'To say at the door', detail: `“${script}”` }] : []),
      ],
    },
    { kind: 'button', label: `See ${zone} on the map`, url: url(path) },
  ]
}
