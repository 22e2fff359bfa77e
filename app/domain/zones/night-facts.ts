import { paths } from '~/paths'
import { listOf } from '~/words/en/format'
import { stretchWords } from '~/words/en/zone-changes'
import { spanWords } from '~/words/en/zones'
import type { EmailFacts } from '~emails/facts'
import type { VenueId } from '../ids'
import type { ComingNight } from './coming-night'
import type { Zone } from './zone'

type Place = ComingNight & { zone: Zone; venue: string; venueId: VenueId }

/** What the mail before a night says: a line for each zone and venue, with the words for the door. */
export function nightFacts(places: readonly Place[], timeZone: string): EmailFacts['zone-tonight'] {
  const [first] = places
  if (!first) throw new Error('A reminder names a zone at least.')
  return {
    night: first.night,
    zones: places.map(({ zone, venue, stretches }) => ({
      zone: zone.name,
      venue,
      hours: listOf(stretches.map((stretch) => spanWords(stretch, timeZone))),
      where: zone.facts.segments.map(stretchWords),
      script: zone.facts.doorScript,
      path: paths.zone(zone.slug),
    })),
    stopPath: paths.zoneReminders(first.venueId),
  }
}
