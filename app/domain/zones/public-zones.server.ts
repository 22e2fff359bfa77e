import { paths } from '~/paths'
import { countOf } from '~/words/en/format'
import { stretchWords } from '~/words/en/zone-changes'
import { hoursWords } from '~/words/en/zones'
import type { Reader } from '~db/open.server'
import { dayOf } from '../dates'
import { districtsOf } from '../districts/queries.server'
import { programOf } from '../standards/program.server'
import { publicZones } from './queries.server'
import { hasEnded, tonightAt } from './tonight'
import type { Zone } from './zone'
import { zoneMap } from './zone-map.server'

/** The public list of zones by district, and the same on a map. A district that does not exist is no filter. */
export async function publicZonesPage(db: Reader, now: Date, asked: string) {
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  const all = (await publicZones(db)).filter((zone) => !hasEnded(zone, now, timeZone))
  const held = new Set(all.map(({ districtSlug }) => districtSlug))
  const districts = (await districtsOf(db)).filter(({ slug }) => held.has(slug))
  const district = districts.find(({ slug }) => slug === asked)
  const shown = district ? all.filter(({ districtSlug }) => districtSlug === asked) : all
  return {
    count: countOf(shown.length, 'loading zone', 'loading zones'),
    district: district?.name ?? '',
    chosen: district?.slug ?? '',
    choices: districts.map(({ slug, name }) => ({ value: slug, label: name })),
    districts: (district ? [district] : districts).map(({ slug, name }) => ({
      slug,
      name,
      zones: shown.filter(({ districtSlug }) => districtSlug === slug).map(row),
    })),
    map: await zoneMap(db, shown, { now, today }),
  }

  function row(zone: Zone) {
    const { when, short, words } = tonightAt(zone, now, timeZone)
    return {
      id: zone.slug,
      to: paths.zone(zone.slug),
      title: zone.name,
      hours: hoursWords(zone.facts.hours),
      where: zone.facts.segments.map(stretchWords),
      tonight: when === 'now' || when === 'tonight' ? '' : words,
      status: when === 'now' ? words : short,
      tone: when === 'now' || when === 'tonight' ? ('place' as const) : ('soft' as const),
    }
  }
}
